import type { CSSProperties } from 'react';
import type { Brand } from '#domain/brand';
import { mix } from '#domain/colour';

/** Colours derived from a brand's few tokens (film-style §3). Nothing else may name a colour. */
export interface Theme {
  readonly ink: string;
  readonly paper: string;
  readonly primary: string;
  readonly accent: string;
  /** Secondary text on ink. */
  readonly mute: string;
  /** Warp and rules on ink; never text. */
  readonly line: string;
  /** Table separators. */
  readonly rule: string;
  /** Secondary text, inactive names and warp on the primary field. */
  readonly onPrimary: {
    readonly mute: string;
    readonly inactive: string;
    readonly warp: string;
    readonly faint: string;
  };
  /** The physician's seal: the same in every brand. */
  readonly seal: { readonly field: string; readonly text: string };
}

export function themeOf(brand: Brand): Theme {
  const { ink, paper, primary, accent } = brand;
  return {
    ink,
    paper,
    primary,
    accent,
    mute: mix(paper, 0.68, ink),
    line: mix(paper, 0.24, ink),
    rule: mix(paper, 0.12, ink),
    onPrimary: {
      mute: mix(paper, 0.8, primary),
      inactive: mix(paper, 0.72, primary),
      warp: mix(paper, 0.46, primary),
      faint: mix(paper, 0.26, primary),
    },
    seal: { field: '#B8321F', text: '#FFF6EC' },
  };
}

/** Families: text everywhere; display as the brand says, its Latin letters from the same family. */
export const TEXT_FAMILY = "'Inter Variable', 'Noto Sans SC Variable'";
export const displayFamily = (brand: Brand): string => `'${brand.display.family}', ${TEXT_FAMILY}`;

export interface TypeRole {
  readonly size: number;
  readonly weight: number;
  /** em */
  readonly tracking: number;
  readonly display: boolean;
  readonly tabular: boolean;
}

const role = (size: number, weight: number, more: Partial<TypeRole> = {}): TypeRole => ({
  size,
  weight,
  tracking: 0,
  display: false,
  tabular: false,
  ...more,
});

/** Type scale at 1080p (film-style §2). Display roles take the brand's weight. */
export const TYPE = {
  classMark: role(250, 600, { tracking: -0.04 }),
  chapterNumber: role(300, 500, { tracking: -0.04, tabular: true }),
  hero: role(146, 500, { tabular: true, tracking: -0.02 }),
  keyNumber: role(124, 500, { tabular: true, tracking: -0.02 }),
  chapterTitle: role(124, 600, { display: true, tracking: 0.02 }),
  filmTitle: role(104, 600, { display: true, tracking: 0.02 }),
  headline: role(92, 600, { display: true, tracking: 0.02 }),
  question: role(72, 600, { display: true, tracking: 0.02 }),
  aiLabel: role(62, 550),
  findingName: role(52, 600, { display: true }),
  subtitle: role(46, 500, { tracking: 0.03 }),
  label: role(38, 550),
  value: role(34, 500, { tabular: true }),
  secondary: role(32, 450),
  small: role(28, 450),
} as const satisfies Record<string, TypeRole>;
export type TypeName = keyof typeof TYPE;

/** CSS of a type role in a brand; works on HTML elements and on SVG text. */
export function typeStyle(name: TypeName, brand: Brand): CSSProperties {
  const type: TypeRole = TYPE[name];
  return {
    fontFamily: type.display ? displayFamily(brand) : TEXT_FAMILY,
    fontSize: type.size,
    fontWeight: type.display ? brand.display.weight : type.weight,
    letterSpacing: type.tracking ? `${type.tracking}em` : undefined,
    fontVariantNumeric: type.tabular ? 'tabular-nums' : undefined,
  };
}

/** Stroke widths (film-style §1), px. */
export const STROKE = { hairline: 2, leader: 3, thread: 5, intro: 6 } as const;
