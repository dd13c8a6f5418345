import type { Actor } from '#domain/approval';
import type { Manifest } from '#domain/release';
import type { ProductionDetail, ScriptVersion, StudioReader } from './productions.ts';

export interface ProductionView {
  readonly me: Actor;
  readonly detail: ProductionDetail;
  readonly script: ScriptVersion | null;
  /** What a physician asked for, when the script was sent back. */
  readonly comment: string | null;
  /** Of the finished film. */
  readonly manifest: Manifest | null;
  readonly chapters: ReadonlyArray<{ seconds: number; title: string }>;
}

/** Everything one production's page shows. @throws StudioError NOT_FOUND, UNAUTHENTICATED, SERVER_GONE */
export async function readProduction(studio: StudioReader, id: string): Promise<ProductionView> {
  const [me, detail, script] = await Promise.all([studio.me(), studio.read(id), studio.script(id)]);
  const done = detail.status === 'done';
  const [comment, manifest, chapters] = await Promise.all([
    detail.status === 'returned' ? studio.lastComment(id) : null,
    done ? studio.manifest(id) : null,
    done ? studio.chapters(id) : [],
  ]);
  return { me, detail, script, comment, manifest, chapters };
}
