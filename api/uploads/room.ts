import { Quarantine } from '#activities/store/quarantine';
import type { HouseParts, Room } from '#api/room';
import { Allowance, LIMITS } from './allowance.ts';
import { UploadCaretaker } from './caretaker.ts';
import { Receiver } from './receiver.ts';
import { CARETAKER, RECEIVER, UPLOADS } from './tokens.ts';
import { UploadsController } from './uploads.controller.ts';
import { UploadsService } from './uploads.service.ts';

/** Studies from a browser into quarantine, and out of it again. */
export function uploadsRoom({ db, temporal, dataDir, log }: HouseParts): Room {
  const quarantine = new Quarantine(dataDir);
  const allowance = new Allowance(quarantine);
  const uploads = new UploadsService(db, temporal, quarantine, allowance, LIMITS);
  return {
    controllers: [UploadsController],
    providers: [
      { provide: UPLOADS, useValue: uploads },
      { provide: RECEIVER, useValue: new Receiver(quarantine, log) },
      { provide: CARETAKER, useValue: new UploadCaretaker(db, quarantine, allowance, uploads, log) },
    ],
  };
}
