import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { NoticeBoard } from '#domain/notice';
import { NoticeList } from '../../../parts/notices/notice-list.tsx';
import { api } from '../../../server/api.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') };
}

/** 通知: what happened that concerns me. */
export default async function Page(): Promise<ReactElement> {
  const { data } = await api.GET('/api/notices');
  return <NoticeList initial={NoticeBoard.parse(data)} />;
}
