import {
  Badge,
  Button,
  Card,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Modal,
  Popover,
  SegmentedControl,
  Tooltip,
} from '@mantine/core';

/** The shades Mantine wants; what is drawn comes from the tokens through `tokenVariables`. */
const tuple = (light: string, dark: string): MantineColorsTuple => [
  dark,
  dark,
  dark,
  dark,
  dark,
  light,
  light,
  light,
  light,
  light,
];

const NAMES = {
  indigoThread: 'accent',
  ok: 'ok',
  warn: 'warn',
  bad: 'bad',
  red: 'bad',
  green: 'ok',
  yellow: 'warn',
} as const;

/** Mantine in the studio's clothes (studio-style §4-§6). */
export const theme = createTheme({
  primaryColor: 'indigoThread',
  primaryShade: { light: 6, dark: 4 },
  colors: {
    indigoThread: tuple('#3a4cb8', '#8f9ef6'),
    // Mantine draws fields, tracks and skeletons from these two; they are the tokens' own greys.
    dark: [
      '#ecedf0',
      '#abaeb8',
      '#8b8f9a',
      '#6b6f7a',
      '#3a3d46',
      '#272930',
      '#16171c',
      '#101115',
      '#0c0d10',
      '#0a0b0d',
    ],
    gray: [
      '#f7f7f4',
      '#f2f2ee',
      '#e5e4df',
      '#d2d1ca',
      '#d2d1ca',
      '#8b8e96',
      '#686b74',
      '#55585f',
      '#3a3c42',
      '#1b1c20',
    ],
    ok: tuple('#1f7a4d', '#66c898'),
    warn: tuple('#8f5400', '#e7b24f'),
    bad: tuple('#b3261e', '#f48c82'),
  },
  black: '#1b1c20',
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '18px', sm: '20px', md: '22px', lg: '24px', xl: '28px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '22px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '8px' },
  defaultRadius: 'sm',
  shadows: { md: '0 8px 24px rgba(0,0,0,.18)', xl: '0 16px 48px rgba(0,0,0,.25)' },
  breakpoints: { xs: '30em', sm: '48em', md: '64em', lg: '80em', xl: '90em' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      styles: { root: { fontWeight: 500 } },
      vars: (_, { size = 'sm' }) => ({
        root: size === 'sm' ? { '--button-height': '32px', '--button-padding-x': '12px', '--button-fz': '14px' } : {},
      }),
    }),
    Card: Card.extend({ defaultProps: { withBorder: true, shadow: 'none', radius: 'lg', padding: 'lg' } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, size: 480, shadow: 'xl', radius: 'lg', transitionProps: { duration: 180 } },
      styles: { title: { fontSize: 16, lineHeight: '24px', fontWeight: 600 } },
    }),
    // A dialog's head is no head of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    Badge: Badge.extend({
      defaultProps: { variant: 'light', radius: 'xs', tt: 'none', fw: 500, fz: 12, h: 22, px: 7 },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', radius: 'lg' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, multiline: true, maw: 320 } }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_, { size = 'sm' }) => ({ input: {}, wrapper: size === 'sm' ? { '--input-height': '32px' } : {} }),
    }),
    SegmentedControl: SegmentedControl.extend({
      styles: { root: { background: 'var(--sunken)', border: '1px solid var(--line)' } },
    }),
  },
});

/** Gives Mantine's colours the values of the tokens, so that both schemes follow one table. */
export const tokenVariables: CSSVariablesResolver = () => {
  const all: Record<string, string> = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text2)',
    '--mantine-color-placeholder': 'var(--text3)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-success': 'var(--ok)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line2)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--text3)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-contrast': 'var(--on-fill)',
  };
  for (const [name, token] of Object.entries(NAMES)) {
    const fill = token === 'accent' ? 'var(--fill)' : token === 'bad' ? 'var(--bad-fill)' : `var(--${token})`;
    const text = token === 'accent' ? 'var(--accent-text)' : `var(--${token})`;
    Object.assign(all, {
      [`--mantine-color-${name}-text`]: text,
      [`--mantine-color-${name}-filled`]: fill,
      [`--mantine-color-${name}-filled-hover`]: token === 'accent' ? 'var(--fill-hover)' : fill,
      [`--mantine-color-${name}-light`]: `var(--${token}-soft)`,
      [`--mantine-color-${name}-light-hover`]: `var(--${token}-soft)`,
      [`--mantine-color-${name}-light-color`]: text,
      [`--mantine-color-${name}-outline`]: text,
      [`--mantine-color-${name}-outline-hover`]: `var(--${token}-soft)`,
    });
  }
  all['--mantine-color-gray-light'] = 'var(--sunken)';
  all['--mantine-color-gray-light-hover'] = 'var(--hover)';
  all['--mantine-color-gray-light-color'] = 'var(--text2)';
  return { variables: {}, light: all, dark: all };
};
