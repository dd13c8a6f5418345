import type { ReactElement } from 'react';
import type { SceneBase } from '#domain/film/base';
import { textWidth } from '#domain/film/measure';
import { GRID, themeOf } from '../theme.ts';
import { Line } from './text.tsx';

const BASELINE = 84;
const GAP = 18;

/** Where the marks begin, px from the left. */
function marksStart(base: SceneBase): number {
  const texts = [base.marks.watermark, base.marks.simulated, base.marks.ai].filter((text) => text !== null);
  return GRID.right - texts.reduce((sum, text) => sum + textWidth(text, 28), GAP * 2 * (texts.length - 1));
}

/** The marks at the right, in reading order; the AI mark is the outermost, left out only beside the large label. */
export function HeaderMarks(props: { base: SceneBase; colour: string; rule: string; ai?: boolean }): ReactElement {
  const { brand, marks } = props.base;
  const texts = [marks.watermark, marks.simulated, props.ai === false ? null : marks.ai].filter(
    (text) => text !== null,
  );
  let right: number = GRID.right;
  const placed = texts.reverse().map((text, index) => {
    const at = right;
    right -= textWidth(text, 28) + GAP * 2;
    return { text, at, rule: index > 0 ? at + GAP : null };
  });
  return (
    <g>
      {placed.map((mark) => (
        <g key={mark.text}>
          {mark.rule === null ? null : (
            <line x1={mark.rule} y1={60} x2={mark.rule} y2={88} stroke={props.rule} strokeWidth={2} />
          )}
          <Line x={mark.at} y={BASELINE} type="small" brand={brand} fill={props.colour} anchor="end">
            {mark.text}
          </Line>
        </g>
      ))}
    </g>
  );
}

/** Hospital and department at the left, the marks at the right (film-style §5). Marks are law, so the department gives way to them. */
export function Header(props: { base: SceneBase; overImage: boolean }): ReactElement {
  const { brand, language } = props.base;
  const theme = themeOf(brand);
  const name = brand.hospital[language];
  const department = brand.department[language];
  const departmentX = 160 + textWidth(name, 28) + 18;
  const roomy = departmentX + textWidth(department, 28) + 48 < marksStart(props.base);
  const secondary = props.overImage ? theme.paper : theme.mute;
  return (
    <g>
      <rect x={96} y={50} width={48} height={48} rx={8} fill={theme.primary} />
      <path d={brand.logoPath} transform="translate(106 60) scale(0.7)" fill={theme.paper} />
      <Line x={160} y={BASELINE} type="small" brand={brand} fill={theme.paper} weight={550}>
        {name}
      </Line>
      {roomy ? (
        <Line x={departmentX} y={BASELINE} type="small" brand={brand} fill={secondary}>
          {department}
        </Line>
      ) : null}
      <HeaderMarks base={props.base} colour={secondary} rule={theme.line} />
    </g>
  );
}
