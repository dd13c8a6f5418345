import type { HouseParts, Room } from '#api/room';
import { PRODUCTIONS } from '#api/tokens';
import { UploadClaims } from '#api/uploads/claim';
import { ProductionsController } from './productions.controller.ts';
import { ProductionsService } from './productions.service.ts';

/** Films from order to release. */
export const productionsRoom = ({ db, temporal, dataDir }: HouseParts): Room => ({
  controllers: [ProductionsController],
  providers: [
    { provide: PRODUCTIONS, useValue: new ProductionsService(db, temporal, dataDir, new UploadClaims(db, dataDir)) },
  ],
});
