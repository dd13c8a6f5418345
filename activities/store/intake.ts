import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { StudioError } from '#domain/errors';

const Ticket = z.object({
  path: z.string().min(1),
  /** A folder of the studio's own that goes with the ticket: uploaded files. */
  own: z.string().min(1).nullable().default(null),
});
const TicketId = z.string().regex(/^[0-9a-f]{24}$/);

/**
 * The way of a source folder into the house. Its path may hold a name, so it must not enter database, workflow or log: it lies in a
 * private file (mode 0600) under a random id, and goes when the images have been read.
 */
export class Intake {
  constructor(private readonly folder: string) {}

  async leave(sourcePath: string, own: string | null = null): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const id = randomBytes(12).toString('hex');
    await writeFile(this.#file(id), JSON.stringify({ path: sourcePath, own } satisfies z.infer<typeof Ticket>), {
      mode: 0o600,
      flag: 'wx',
    });
    return id;
  }

  /** @throws StudioError IMAGES_NOT_FOUND when the ticket is gone */
  async collect(id: string): Promise<string> {
    return (await this.#read(id)).path;
  }

  /** The images have been read: ticket and uploaded files go. A source on the hospital's disk is never touched. */
  async discard(id: string): Promise<void> {
    const own = await this.#read(id).then(
      (ticket) => ticket.own,
      () => null,
    );
    if (own) await rm(own, { recursive: true, force: true });
    await rm(this.#file(id), { force: true });
  }

  async #read(id: string): Promise<z.infer<typeof Ticket>> {
    try {
      return Ticket.parse(JSON.parse(await readFile(this.#file(id), 'utf8')));
    } catch {
      throw new StudioError('IMAGES_NOT_FOUND');
    }
  }

  #file(id: string): string {
    return path.join(this.folder, `${TicketId.parse(id)}.json`);
  }
}
