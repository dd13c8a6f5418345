import { readFile } from 'node:fs/promises';
import type { PeerContent } from './content.ts';

const asText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The bench's content as a HyperFrames composition: one page whose GSAP timeline is sought to each frame. */
export async function hyperframesPage(content: PeerContent, gsap: string, font: string): Promise<string> {
  const { stage, box, fps } = content;
  const [at, whole] = [(frame: number) => (frame / fps).toFixed(3), content.frames];
  const names = [...new Set(content.slices)];
  const place = `left:${stage.x}px;top:${stage.y}px;width:${stage.width}px;height:${stage.height}px`;
  const images = names.map((name, i) => `<img id="s${i}" class="slice" src="${name}" style="${place}">`);
  const shown = content.slices.flatMap((name, frame) =>
    frame > 0 && content.slices[frame - 1] === name
      ? []
      : [`tl.set('.slice',{autoAlpha:0},${at(frame)});tl.set('#s${names.indexOf(name)}',{autoAlpha:1},${at(frame)});`],
  );
  const rows = content.rows.map(
    ([name, value], i) =>
      `<div class="row" id="r${i}" style="top:${150 + i * 56}px"><span>${asText(name)}</span><b>${asText(value)}</b></div>`,
  );
  const captions = content.captions.map(
    ({ lines }, i) => `<div class="caption" id="c${i}">${lines.map(asText).join('<br>')}</div>`,
  );
  const steps = [
    ...shown,
    `tl.fromTo('#box',{opacity:1,scaleX:0,scaleY:0},{scaleX:1,scaleY:1,duration:${16 / fps}},${at(content.boxFrom)});`,
    `tl.fromTo('#label',{opacity:0,y:16},{opacity:1,y:0,duration:${10 / fps}},${at(content.boxFrom + 12)});`,
    `tl.set(['.slice','#box','#label'],{autoAlpha:0},${at(content.tableFrom)});`,
    ...content.rows.map(
      (_, i) => `tl.fromTo('#r${i}',{opacity:0},{opacity:1,duration:${6 / fps}},${at(content.tableFrom + 2 * i)});`,
    ),
    ...content.captions.map(
      ({ from, to }, i) => `tl.set('#c${i}',{autoAlpha:1},${at(from)});tl.set('#c${i}',{autoAlpha:0},${at(to)});`,
    ),
    `tl.fromTo('#head',{width:96},{width:1824,ease:'none',duration:${whole / fps}},0);`,
  ];
  return `<!doctype html><html lang="zh-CN"><head><meta charset="UTF-8"><meta name="viewport" content="width=1920, height=1080">
<script>${await readFile(gsap, 'utf8')}</script>
<style>@font-face{font-family:Film;src:url(${font})}*{margin:0;padding:0;box-sizing:border-box}
html,body,#root{width:1920px;height:1080px;overflow:hidden;background:${content.ink};color:${content.paper};font-family:Film}
#root{position:relative}#root>*{position:absolute}.slice{visibility:hidden}
#box{opacity:0;left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px;border:5px solid ${content.accent};border-radius:12px;transform-origin:0 0}
#label{opacity:0;left:1264px;top:240px;font-size:46px;line-height:70px}
.row{opacity:0;left:200px;font-size:34px}.row span{color:${content.mute};display:inline-block;width:800px}.row b{font-weight:500}
.caption{visibility:hidden;left:0;width:1920px;top:866px;text-align:center;font-size:46px;line-height:62px}
#head{left:0;top:1036px;height:5px;width:96px;background:${content.accent}}.mark{top:56px;font-size:28px}</style></head>
<body><div id="root" data-composition-id="main" data-start="0" data-duration="${whole / fps}" data-width="1920" data-height="1080">
<div class="mark clip" data-start="0" data-duration="${whole / fps}" data-track-index="0" style="left:160px">${asText(content.header[0])}</div>
<div class="mark" style="left:1560px;color:${content.mute}">${asText(content.header[1])}</div>
${images.join('\n')}<div id="box"></div><div id="label">${content.label.map(asText).join('<br>')}</div>
${rows.join('\n')}${captions.join('\n')}<div id="head"></div></div>
<script>window.__timelines=window.__timelines||{};const tl=gsap.timeline({paused:true});
${steps.join('\n')}
window.__timelines['main']=tl;tl.seek(0);</script></body></html>`;
}
