import type { Language } from '#domain/errors';
import { en } from './en.ts';
import { zhCN } from './zh-cn.ts';

export type { Language } from '#domain/errors';

/** Every word of the studio in one language. Chinese is written first and gives the shape; English must be complete. */
export type Words = typeof zhCN;

export const words = (language: Language): Words => (language === 'en' ? en : zhCN);
