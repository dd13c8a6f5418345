import type { HouseParts, Room } from '#api/room';
import { FINDINGS } from '#api/tokens';
import { FindingsController } from './findings.controller.ts';
import { FindingsService } from './findings.service.ts';

/** Images and findings, and a physician's corrections of them. */
export const findingsRoom = ({ db, temporal, store }: HouseParts): Room => ({
  controllers: [FindingsController],
  providers: [{ provide: FINDINGS, useValue: new FindingsService(db, temporal, store) }],
});
