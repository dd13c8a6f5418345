'use client';
import { type ReactElement, useEffect, useRef } from 'react';
import { centreOf, frameAt } from '#domain/frames';
import type { Picture } from './clock.ts';
import css from './stage.module.css';

interface Props {
  readonly src: string;
  readonly fps: number;
  readonly label: string;
  readonly muted: boolean;
  readonly volume: number;
  readonly captions: string | null;
  readonly language: string;
  onPicture(picture: Picture | null): void;
  onFrame(frame: number): void;
  onEnd(): void;
  onTrouble(): void;
}

/** The made film, to the frame: seeks go to a frame's middle, and what is reported is what the browser has put on screen. */
export function FilmPicture(props: Props): ReactElement {
  const { src, fps, onPicture, onFrame, onEnd } = props;
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    onPicture(pictureOf(element, fps, onEnd));
    const stop = followFrames(element, (seconds) => onFrame(frameAt(seconds, fps)));
    return () => {
      stop();
      onPicture(null);
    };
  }, [fps, onPicture, onFrame, onEnd]);

  useEffect(() => {
    if (video.current) video.current.volume = props.volume;
  }, [props.volume]);

  return (
    <video
      ref={video}
      className={css.picture}
      src={src}
      muted={props.muted}
      playsInline
      preload="auto"
      disablePictureInPicture
      aria-label={props.label}
      onEnded={onEnd}
      onError={props.onTrouble}
    >
      {props.captions && <track kind="captions" src={props.captions} srcLang={props.language} />}
    </video>
  );
}

/** Seeks wait for the one under way and only the last of them is made: holding an arrow key does not pile them up. */
function pictureOf(element: HTMLVideoElement, fps: number, onEnd: () => void): Picture {
  let wanted: number | null = null;
  const next = () => {
    if (wanted === null) return;
    element.currentTime = centreOf(wanted, fps);
    wanted = null;
  };
  element.addEventListener('seeked', next);
  element.addEventListener('loadedmetadata', next);
  return {
    seek(frame) {
      wanted = frame;
      if (!element.seeking && element.readyState > 0) next();
    },
    play(rate) {
      element.playbackRate = rate;
      element.play().catch(onEnd);
    },
    pause: () => element.pause(),
  };
}

/** Calls back with the film's time of every frame that is put on screen. */
function followFrames(element: HTMLVideoElement, report: (seconds: number) => void): () => void {
  if (!('requestVideoFrameCallback' in element)) {
    const look = () => report((element as HTMLVideoElement).currentTime);
    const each = setInterval(look, 40);
    return () => clearInterval(each);
  }
  let handle = 0;
  const next = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
    report(mediaTime);
    handle = element.requestVideoFrameCallback(next);
  };
  handle = element.requestVideoFrameCallback(next);
  return () => element.cancelVideoFrameCallback(handle);
}
