import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { fitSize } from '#domain/film/measure';
import type { Language } from '#domain/script';
import { displayFamily, themeOf } from '../theme.ts';

const WIDTH = 150;
const HEIGHT = 196;
const INNER = HEIGHT - 34;

/** Two upright columns read from right to left: the name, then the verb. */
function Upright(props: {
  text: string;
  x: number;
  y: number;
  fill: string;
  family: string;
  weight: number;
}): ReactElement {
  const characters = [...props.text];
  const size = Math.min(48, Math.floor(INNER / characters.length));
  const pitch = INNER / characters.length;
  return (
    <g
      fill={props.fill}
      textAnchor="middle"
      style={{ fontFamily: props.family, fontWeight: props.weight, fontSize: size }}
    >
      {characters.map((character, i) => {
        const y = props.y + pitch * (i + 0.5) + size * 0.37;
        return (
          <text key={y} x={props.x} y={y}>
            {character}
          </text>
        );
      })}
    </g>
  );
}

/** The physician's seal. Its colours belong to no brand; it says who approved, and "demo" for a made-up account. */
export function Seal(props: {
  x: number;
  y: number;
  name: string;
  verb: string;
  language: Language;
  brand: Brand;
  opacity: number;
  scale: number;
}): ReactElement | null {
  if (props.opacity === 0) return null;
  const { field, text } = themeOf(props.brand).seal;
  const family = displayFamily(props.brand);
  const weight = props.brand.display.weight;
  const middle = { x: props.x + WIDTH / 2, y: props.y + HEIGHT / 2 };
  const upright = /^[\u3400-\u9fff]{2,6}$/.test(props.name) && props.language === 'zh-CN';
  const lines =
    props.language === 'zh-CN' ? [props.name, props.verb] : [...props.name.split(' '), props.verb].slice(-3);
  return (
    <g
      opacity={props.opacity === 1 ? undefined : props.opacity}
      transform={`translate(${middle.x} ${middle.y}) scale(${props.scale}) translate(${-middle.x} ${-middle.y})`}
    >
      <rect x={props.x} y={props.y} width={WIDTH} height={HEIGHT} rx={10} fill={field} />
      <rect
        x={props.x + 9}
        y={props.y + 9}
        width={WIDTH - 18}
        height={HEIGHT - 18}
        rx={4}
        fill="none"
        stroke={text}
        strokeWidth={2}
      />
      {upright ? (
        <>
          <Upright text={props.name} x={props.x + 103} y={props.y + 17} fill={text} family={family} weight={weight} />
          <Upright text={props.verb} x={props.x + 47} y={props.y + 17} fill={text} family={family} weight={weight} />
        </>
      ) : (
        lines.map((line, i) => {
          const size = fitSize(line, 36, WIDTH - 34, 'serif');
          const y = props.y + 17 + (INNER / lines.length) * (i + 0.5) + size * 0.36;
          return (
            <text
              key={line}
              x={middle.x}
              y={y}
              textAnchor="middle"
              fill={text}
              style={{ fontFamily: family, fontWeight: weight, fontSize: size }}
            >
              {line}
            </text>
          );
        })
      )}
    </g>
  );
}
