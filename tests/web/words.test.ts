import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { Role } from '#domain/approval';
import { NoticeKind } from '#domain/notice';
import { LogEntry, SceneState } from '#domain/production';
import { ProductionStatus, Stage } from '#domain/progress';
import { ChapterId, SceneKind } from '#domain/script';

const ROOM = path.join(import.meta.dirname, '..', '..', 'web', 'messages');
const NAMES = readdirSync(path.join(ROOM, 'zh-CN')).sort();

type Words = { readonly [key: string]: string | Words };
const read = (language: string, name: string): Words =>
  JSON.parse(readFileSync(path.join(ROOM, language, name), 'utf8')) as Words;

const flat = (words: Words, at = ''): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : flat(value, `${at}${key}.`),
  );
/** What a text asks to be filled in; `{count, plural, …}` asks for `count`. */
const asks = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\s*(?=[,}])/g)].map((match) => match[1] as string))].sort();

describe('the words of the studio', () => {
  it('has the same files in both languages', () => {
    expect(readdirSync(path.join(ROOM, 'en')).sort()).toEqual(NAMES);
  });

  it.each(NAMES)('%s: every text in both languages, none empty, the same things to fill in', (name) => {
    const zh = new Map(flat(read('zh-CN', name)));
    const en = new Map(flat(read('en', name)));
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    for (const [key, text] of [...zh, ...en]) expect(text.trim(), key).not.toBe('');
    for (const [key, text] of zh) expect(asks(en.get(key) ?? ''), key).toEqual(asks(text));
  });

  it.each(NAMES)('%s: texts can be read by the translator', (name) => {
    for (const locale of ['zh-CN', 'en']) {
      const messages = read(locale, name);
      const failed: string[] = [];
      const t = createTranslator({
        locale,
        messages: { it: messages },
        onError: (error) => void failed.push(error.message),
      });
      for (const [key, text] of flat(messages)) {
        const values = Object.fromEntries(asks(text).map((ask) => [ask, 1]));
        const tags = Object.fromEntries([...text.matchAll(/<(\w+)>/g)].map((match) => [match[1], () => 'x']));
        t.rich(`it.${key}` as never, { ...values, ...tags } as never);
      }
      expect(failed, locale).toEqual([]);
    }
  });

  it('keeps to the short and plain Chinese of the house', () => {
    for (const name of NAMES)
      for (const [key, text] of flat(read('zh-CN', name)))
        expect(text, `${name} ${key}`).not.toMatch(/[！您]|操作成功|提交|AI 生成/);
  });

  it('keeps English free of Chinese, but for the name of the language', () => {
    for (const name of NAMES)
      for (const [key, text] of flat(read('en', name)))
        expect(text.replaceAll('中文', '').replaceAll(/[「」《》][^「」《》]*/g, ''), `${name} ${key}`).not.toMatch(
          /\p{Script=Han}{3}/u,
        );
  });

  it('has a word for everything the domain names', () => {
    for (const language of ['zh-CN', 'en']) {
      const common = read(language, 'common.json');
      const making = read(language, 'making.json');
      const covers = (words: string | Words | undefined, wanted: readonly string[]) =>
        expect(Object.keys(words as Words)).toEqual(expect.arrayContaining([...wanted]));
      covers(common.stages, Stage.options);
      covers(common.doing, Stage.options);
      covers(common.status, ProductionStatus.options);
      covers(common.roles, Role.options);
      covers(common.scene, SceneState.shape.state.options);
      covers(making.scenes, SceneKind.options);
      covers(making.chapters, ChapterId.options);
      covers(read(language, 'notices.json').kinds, NoticeKind.options);
      covers(read(language, 'production.json').story, LogEntry.shape.what.options);
    }
  });
});
