'use client';
import { Drawer, SegmentedControl } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactElement, useEffect, useState } from 'react';
import type { FindingsView } from '#domain/findings-view';
import type { Geometry } from '#domain/study';
import { DeskProvider, useDesk } from './desk.tsx';
import { SliceShelf } from './image/shelf.ts';
import { LocalView } from './local-view.tsx';
import { FindingsPanel } from './panel/panel.tsx';
import type { Place } from './place.ts';
import { PlaneView } from './plane-view.tsx';
import css from './room.module.css';
import { Toolbar } from './toolbar.tsx';
import { useFindingKeys } from './use-keys.ts';

// The viewport's library is large and lives in the browser only: a chunk of its own.
const Viewport = dynamic(() => import('./viewport.tsx').then((part) => part.Viewport), {
  ssr: false,
  loading: Opening,
});

/** The viewport's place while it is on its way. */
function Opening(): ReactElement {
  return <p className={css.opening}>{useTranslations('findings')('opening')}</p>;
}

/** Images and findings of a production: the stack, the planes across it, and what was found, with its sources. */
export function FindingsRoom(props: { id: string; view: FindingsView; place: Place }): ReactElement {
  return (
    <DeskProvider {...props}>
      <Arranged />
    </DeskProvider>
  );
}

/** Slices at hand while the page is open; none before it runs in the browser. */
function useShelf(id: string, geometry: Geometry): SliceShelf | null {
  const [shelf, setShelf] = useState<SliceShelf | null>(null);
  // A geometry of equal numbers is the same stack, whichever answer it came with.
  const shape = JSON.stringify(geometry);
  useEffect(() => {
    const opened = new SliceShelf(id, JSON.parse(shape) as Geometry);
    setShelf(opened);
    return () => opened.close();
  }, [id, shape]);
  return shelf;
}

type Shown = 'axial' | 'coronal' | 'sagittal' | 'local';

function Arranged(): ReactElement {
  const t = useTranslations('findings');
  const desk = useDesk();
  const { id, view, place } = desk;
  const { geometry } = view.study;
  const shelf = useShelf(id, geometry);
  useFindingKeys();
  const wide = useMediaQuery('(min-width: 80em)', true, { getInitialValueInEffect: true });
  const drawer = useMediaQuery('(max-width: 64em) and (min-width: 48em)', false);
  const [open, { open: show, close }] = useDisclosure(false);
  const [shown, setShown] = useState<Shown>('axial');
  const finding = desk.drawn.find((item) => item.id === place.finding) ?? null;
  const side = shelf && (
    <>
      <PlaneView axis="coronal" shelf={shelf} />
      <PlaneView axis="sagittal" shelf={shelf} />
      {finding && <LocalView finding={finding} shelf={shelf} />}
    </>
  );
  return (
    <div className={css.room}>
      <section className={css.stage} aria-label={t('images')} data-mantine-color-scheme="dark">
        <Toolbar onPanel={drawer ? show : null} />
        <div className={css.views} data-narrow={wide ? undefined : 'yes'}>
          {wide && <div className={css.planes}>{side}</div>}
          {!wide && (
            <SegmentedControl
              className={css.switch}
              size="xs"
              withItemsBorders={false}
              value={shown}
              onChange={(value) => setShown(value as Shown)}
              data={(['axial', 'coronal', 'sagittal', 'local'] as const).map((value) => ({ value, label: t(value) }))}
            />
          )}
          <div className={css.axial} hidden={!wide && shown !== 'axial'}>
            {shelf ? <Viewport shelf={shelf} /> : <Opening />}
          </div>
          {!wide && shelf && shown !== 'axial' && (
            <div className={css.single}>
              {shown === 'local' ? finding && <LocalView finding={finding} shelf={shelf} /> : null}
              {shown === 'coronal' && <PlaneView axis="coronal" shelf={shelf} />}
              {shown === 'sagittal' && <PlaneView axis="sagittal" shelf={shelf} />}
            </div>
          )}
        </div>
      </section>
      {drawer ? (
        <Drawer
          opened={open}
          onClose={close}
          position="right"
          size={420}
          padding={0}
          withOverlay={false}
          trapFocus={false}
          lockScroll={false}
          aria-label={t('title')}
          closeButtonProps={{ 'aria-label': t('close') }}
          classNames={{ body: css.drawer ?? '', header: css.drawerHead ?? '' }}
        >
          <FindingsPanel />
        </Drawer>
      ) : (
        <FindingsPanel />
      )}
    </div>
  );
}
