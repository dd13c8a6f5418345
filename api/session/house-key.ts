import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#domain/errors';

/** What the house's one key is used for; each purpose has a key of its own. */
type Purpose = 'csrf' | 'totp' | 'oidc' | 'media';

/**
 * The key of this house, a private file in the data folder. Secrets in the database are encrypted with it, so a stolen database alone opens
 * nothing; a backup needs both.
 */
export class HouseKey {
  #root: Promise<Buffer> | null = null;
  constructor(private readonly dataDir: string) {}

  /** 32 bytes for one purpose. */
  async of(purpose: Purpose): Promise<Buffer> {
    this.#root ??= this.#read();
    return Buffer.from(hkdfSync('sha256', await this.#root, '', `caseloom ${purpose}`, 32));
  }

  async seal(purpose: Purpose, text: string): Promise<string> {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', await this.of(purpose), iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @throws StudioError SETTINGS_INVALID when it was sealed with another key or tampered with */
  async open(purpose: Purpose, sealed: string): Promise<string> {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', await this.of(purpose), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new StudioError('SETTINGS_INVALID', { detail: 'house.key does not open this secret' }, { cause });
    }
  }

  async #read(): Promise<Buffer> {
    const file = path.join(this.dataDir, 'house.key');
    const known = await readFile(file, 'utf8').catch(() => null);
    if (known === null) {
      await mkdir(this.dataDir, { recursive: true, mode: 0o700 });
      const own = `${file}.${randomUUID()}.part`;
      await writeFile(own, randomBytes(32).toString('base64url'), { mode: 0o600 });
      // link() refuses an existing name: of two processes that start at once, one key stays.
      await link(own, file).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await unlink(own);
    }
    const key = Buffer.from((known ?? (await readFile(file, 'utf8'))).trim(), 'base64url');
    if (key.length !== 32) throw new StudioError('SETTINGS_INVALID', { detail: 'house.key is damaged' });
    return key;
  }
}
