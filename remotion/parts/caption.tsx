import type { ReactElement } from 'react';
import type { SceneBase, SceneCaption } from '#domain/film/base';
import { textWidth } from '#domain/film/measure';
import { GRID, TYPE, themeOf, typeStyle } from '../theme.ts';

const PITCH = 62;

/** One line, the key word underlined where it stands. */
function CaptionLine(props: { text: string; keyWord: string | null; accent: string }): ReactElement {
  const at = props.keyWord ? props.text.indexOf(props.keyWord) : -1;
  if (!props.keyWord || at < 0) return <>{props.text}</>;
  const underline = {
    textDecorationLine: 'underline',
    textDecorationColor: props.accent,
    textDecorationThickness: 4,
    textUnderlineOffset: 9,
    textDecorationSkipInk: 'none',
  } as const;
  return (
    <>
      {props.text.slice(0, at)}
      <span style={underline}>{props.keyWord}</span>
      {props.text.slice(at + props.keyWord.length)}
    </>
  );
}

/** The subtitle in its reserved band, centred on `centre` and never wider than `room`. */
export function Caption(props: {
  base: SceneBase;
  caption: SceneCaption;
  centre?: number;
  room?: number;
}): ReactElement {
  const { brand, language, width } = props.base;
  const theme = themeOf(brand);
  const room = props.room ?? GRID.right - GRID.left;
  const centre = props.centre ?? width / 2;
  const lines = props.caption.lines;
  const widest = Math.max(...lines.map((line) => textWidth(line, TYPE.subtitle.size, 'text', TYPE.subtitle.tracking)));
  const size = Math.min(TYPE.subtitle.size, Math.floor((TYPE.subtitle.size * room) / widest));
  const middle = (GRID.caption.top + GRID.caption.bottom) / 2;
  const top = middle - (lines.length * PITCH) / 2;
  // Underlined once, on the first line that holds the word.
  const keyLine = props.caption.keyWord ? lines.findIndex((line) => line.includes(props.caption.keyWord ?? '')) : -1;
  return (
    <div lang={language} style={{ ...typeStyle('subtitle', brand), fontSize: size, color: theme.paper }}>
      {lines.map((line, index) => (
        <div
          key={line}
          style={{
            position: 'absolute',
            left: centre - room / 2,
            width: room,
            top: top + index * PITCH,
            height: PITCH,
            lineHeight: `${PITCH}px`,
            textAlign: 'center',
            whiteSpace: 'pre',
          }}
        >
          <CaptionLine text={line} keyWord={index === keyLine ? props.caption.keyWord : null} accent={theme.accent} />
        </div>
      ))}
    </div>
  );
}
