import type { ReactElement } from 'react';
import type { SceneBase, SceneCaption } from '#domain/film/base';
import { gridOf } from '#domain/film/grid';
import { textWidth } from '#domain/film/measure';
import { TYPE, themeOf, typeStyle } from '../theme.ts';

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
  const { left, right, caption } = gridOf(props.base);
  const room = props.room ?? right - left;
  const centre = props.centre ?? width / 2;
  const lines = props.caption.lines;
  const widest = Math.max(...lines.map((line) => textWidth(line, caption.size, 'text', TYPE.subtitle.tracking)));
  const size = Math.min(caption.size, Math.floor((caption.size * room) / widest));
  const middle = (caption.top + caption.bottom) / 2;
  const top = middle - (lines.length * caption.pitch) / 2;
  // Underlined once, on the first line that holds the word.
  const keyLine = props.caption.keyWord ? lines.findIndex((line) => line.includes(props.caption.keyWord ?? '')) : -1;
  return (
    <div
      data-caption=""
      lang={language}
      style={{ ...typeStyle('subtitle', brand), fontSize: size, color: theme.paper }}
    >
      {lines.map((line, index) => (
        <div
          key={line}
          style={{
            position: 'absolute',
            left: centre - room / 2,
            width: room,
            top: top + index * caption.pitch,
            height: caption.pitch,
            lineHeight: `${caption.pitch}px`,
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
