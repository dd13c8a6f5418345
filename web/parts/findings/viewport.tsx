'use client';
import { useWindowEvent } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Problem } from '../problem.tsx';
import { useDesk } from './desk.tsx';
import { movedTo } from './draft.ts';
import type { SliceShelf } from './image/shelf.ts';
import { StackView } from './image/stack.ts';
import { inVoxels, sameTransform, type Transform } from './image/transform.ts';
import { type GreyWindow, WINDOWS } from './image/windows.ts';
import { MarksSlider } from './marks-slider.tsx';
import { Overlay } from './overlay.tsx';
import { Readout } from './readout.tsx';
import { ASK } from './use-keys.ts';
import css from './viewport.module.css';

/** Height of the viewport when it is brought near a finding, at least; mm. */
const NEAR_MM = 60;
/** A pointer that moved less than this clicked. */
const STILL_PX = 4;

/** The axial stack with everything that lies on it. */
export function Viewport({ shelf }: { shelf: SliceShelf }): ReactElement {
  const t = useTranslations('findings');
  const desk = useDesk();
  const { place, go, tool } = desk;
  const element = useRef<HTMLDivElement>(null);
  const [stack, setStack] = useState<StackView | null>(null);
  const [transform, setTransform] = useState<Transform | null>(null);
  const [grey, setGrey] = useState<GreyWindow>(WINDOWS[place.window]);
  const [ready, setReady] = useState(0);
  const [failed, setFailed] = useState<unknown>(null);
  const start = useRef(place.slice);

  useEffect(() => {
    let view: StackView | null = null;
    let gone = false;
    shelf.onReady = setReady;
    StackView.open(element.current!, shelf, start.current, {
      onTransform: (next) => setTransform((before) => (sameTransform(before, next) ? before : next)),
      onSlice: (slice) => go({ slice }),
      onWindow: setGrey,
    }).then(
      (opened) => {
        if (gone) return opened.close();
        view = opened;
        setStack(opened);
        shelf.around(start.current);
      },
      (error: unknown) => !gone && setFailed(error),
    );
    return () => {
      gone = true;
      view?.close();
      setStack(null);
    };
  }, [shelf, go]);

  useEffect(() => {
    void stack?.setSlice(place.slice);
    shelf.around(place.slice);
  }, [stack, shelf, place.slice]);
  useEffect(() => stack?.setWindow(WINDOWS[place.window]), [stack, place.window]);
  useEffect(() => stack?.hold(tool), [stack, tool]);
  useEffect(() => {
    const reset = () => {
      stack?.reset();
      stack?.setWindow(WINDOWS[place.window]);
    };
    window.addEventListener(ASK.reset, reset);
    return () => window.removeEventListener(ASK.reset, reset);
  }, [stack, place.window]);
  useWindowEvent(ASK.focus, () => {
    const finding = desk.drawn.find(({ id }) => id === place.finding);
    const axis = desk.adding?.longAxis ?? finding?.longAxis;
    if (!axis) return;
    const [x, y] = [(axis.from[0] + axis.to[0]) / 2, (axis.from[1] + axis.to[1]) / 2];
    stack?.focus(x, y, Math.max(NEAR_MM, 4 * (finding?.features.longAxisMm.value ?? 0)));
  });

  // While a finding is being added, a click puts its cross there; a drag is a drag.
  const pressed = useRef<readonly [number, number]>([0, 0]);
  const putCross = (event: MouseEvent<HTMLDivElement>) => {
    const { adding } = desk;
    const [x, y] = pressed.current;
    if (!adding || !transform || Math.hypot(event.clientX - x, event.clientY - y) > STILL_PX) return;
    const frame = event.currentTarget.getBoundingClientRect();
    desk.setAdding(
      movedTo(adding, place.slice, inVoxels(transform, [event.clientX - frame.left, event.clientY - frame.top])),
    );
  };

  const total = shelf.geometry.slices;
  return (
    <div className={css.viewport} data-adding={desk.adding ? 'yes' : undefined}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a place on the picture is pointed at; the number fields do the same by keyboard */}
      <div
        ref={element}
        className={css.picture}
        role="img"
        aria-label={t('sliceOf', { slice: place.slice + 1, total })}
        data-ready={stack ? 'yes' : undefined}
        onContextMenu={(event) => event.preventDefault()}
        onPointerDownCapture={(event) => {
          pressed.current = [event.clientX, event.clientY];
        }}
        onClick={putCross}
      />
      {transform && <Overlay transform={transform} />}
      <Readout transform={transform} grey={grey} loading={ready < total ? ready : null} />
      <MarksSlider />
      {failed !== null && (
        <div className={css.failed}>
          <Problem error={failed} />
        </div>
      )}
    </div>
  );
}
