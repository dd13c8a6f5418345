import type { ReactElement } from 'react';
import { AbsoluteFill, Composition, Series } from 'remotion';
import type { FilmProps, SceneProps } from '#domain/film/film';
import { AssetProvider } from './assets.tsx';
import { useFonts } from './fonts.ts';
import { SceneFrame } from './scene-frame.tsx';

export interface SceneInput extends Record<string, unknown> {
  readonly scene: SceneProps | null;
  /** Address of the served store; a picture is `<assetBase>/<digest>`. */
  readonly assetBase: string;
  /** When given, the composition's i-th frame shows frame `frames[i]` of the scene: only distinct frames are drawn. */
  readonly frames: readonly number[] | null;
}
export interface FilmInput extends Record<string, unknown> {
  readonly film: FilmProps | null;
  readonly assetBase: string;
}

/** One scene: what the renderer draws. */
export function SceneComposition({ scene, assetBase, frames }: SceneInput): ReactElement | null {
  const ready = useFonts(scene ? [scene] : []);
  if (!ready || !scene) return null;
  return (
    <AssetProvider base={assetBase}>
      <SceneFrame scene={scene} frames={frames} />
    </AssetProvider>
  );
}

/** The whole film: what the preview plays. */
export function FilmComposition({ film, assetBase }: FilmInput): ReactElement | null {
  const ready = useFonts(film ? film.scenes.map((scene) => scene.props) : []);
  if (!ready || !film) return null;
  return (
    <AssetProvider base={assetBase}>
      <AbsoluteFill style={{ backgroundColor: film.scenes[0]?.props.brand.ink ?? 'black' }}>
        <Series>
          {film.scenes.map(({ props }) => (
            <Series.Sequence key={props.id} durationInFrames={props.durationInFrames} premountFor={props.fps}>
              <SceneFrame scene={props} frames={null} />
            </Series.Sequence>
          ))}
        </Series>
      </AbsoluteFill>
    </AssetProvider>
  );
}

const BLANK = { width: 1920, height: 1080, fps: 25, durationInFrames: 1 };

export function Root(): ReactElement {
  return (
    <>
      <Composition
        id="scene"
        component={SceneComposition}
        {...BLANK}
        defaultProps={{ scene: null, assetBase: '', frames: null } as SceneInput}
        calculateMetadata={({ props: { scene, frames } }) =>
          scene
            ? {
                width: scene.width,
                height: scene.height,
                fps: scene.fps,
                durationInFrames: frames?.length ?? scene.durationInFrames,
              }
            : {}
        }
      />
      <Composition
        id="film"
        component={FilmComposition}
        {...BLANK}
        defaultProps={{ film: null, assetBase: '' } as FilmInput}
        calculateMetadata={({ props: { film } }) =>
          film ? { width: film.width, height: film.height, fps: film.fps, durationInFrames: film.durationInFrames } : {}
        }
      />
    </>
  );
}
