"""The bench's content as a MoviePy film: python moviepy_film.py CONTENT_DIR FONT OUT.mp4"""

import json
import sys
from pathlib import Path

from moviepy import ColorClip, CompositeVideoClip, ImageClip, TextClip, concatenate_videoclips
from PIL import Image, ImageDraw
import numpy as np

folder, font, out = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
content = json.loads((folder / "content.json").read_text())
FPS, SIZE = content["fps"], (content["width"], content["height"])


def rgb(colour):
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def seconds(frames):
    return frames / FPS


def text(words, size, colour, start, end, x, y, centred=False):
    clip = TextClip(font=font, text=words, font_size=size, color=colour, margin=(2, 8))
    left = (SIZE[0] - clip.w) / 2 if centred else x
    return clip.with_start(seconds(start)).with_duration(seconds(end - start)).with_position((left, y))


def runs(names):
    start = 0
    for i in range(1, len(names) + 1):
        if i == len(names) or names[i] != names[start]:
            yield names[start], start, i
            start = i


whole = content["frames"]
stage = content["stage"]
place = (round(stage["x"]), round(stage["y"]))
room = (round(stage["width"]), round(stage["height"]))
layers = [ColorClip(SIZE, rgb(content["ink"])).with_duration(seconds(whole))]


def slice_clip(name, start, end):
    picture = Image.open(folder / name).convert("RGBA").resize(room)
    clip = ImageClip(np.array(picture)).with_start(seconds(start)).with_duration(seconds(end - start))
    return clip.with_position(place)


for name, start, end in runs(content["slices"]):
    layers.append(slice_clip(name, start, end))
layers.append(slice_clip(content["slices"][-1], content["boxFrom"], content["tableFrom"]))

box = content["box"]
for step in range(16):
    frame = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    grown = (step + 1) / 16
    left, top = box["x"], box["y"]
    ImageDraw.Draw(frame).rounded_rectangle(
        (left, top, left + box["width"] * grown, top + box["height"] * grown), 12, outline=rgb(content["accent"]), width=5
    )
    start = content["boxFrom"] + step
    end = start + 1 if step < 15 else content["tableFrom"]
    layers.append(ImageClip(np.array(frame)).with_start(seconds(start)).with_duration(seconds(end - start)))
for i, words in enumerate(content["label"]):
    layers.append(text(words, 46, content["paper"], content["boxFrom"] + 12, content["tableFrom"], 1264, 240 + i * 70))
for i, (name, value) in enumerate(content["rows"]):
    start, y = content["tableFrom"] + 2 * i, 150 + i * 56
    layers.append(text(name, 34, content["mute"], start, whole, 200, y))
    layers.append(text(value, 34, content["paper"], start, whole, 1000, y))
layers.append(text(content["header"][0], 28, content["paper"], 0, whole, 160, 56))
layers.append(text(content["header"][1], 28, content["mute"], 0, whole, 1560, 56))
for caption in content["captions"]:
    for i, line in enumerate(caption["lines"]):
        layers.append(text(line, 46, content["paper"], caption["from"], caption["to"], 0, 866 + i * 62, centred=True))

film = CompositeVideoClip(layers, size=SIZE).with_duration(seconds(whole))
film.write_videofile(
    out, fps=FPS, codec="libx264", preset="veryfast", audio=False, threads=4, ffmpeg_params=["-crf", "18", "-pix_fmt", "yuv420p"], logger=None
)
