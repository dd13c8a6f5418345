import type { ProductionsService } from '#api/productions/productions.service';
import type { HouseParts, Room } from '#api/room';
import { PRODUCTIONS } from '#api/tokens';
import { DraftService } from './draft.service.ts';
import { ListeningService } from './listening.service.ts';
import { PreviewService } from './preview.service.ts';
import { ScriptController } from './script.controller.ts';
import { DRAFTS, LISTENING, PREVIEWS } from './tokens.ts';

/** Where the narration is written, heard and previewed. */
export const scriptRoom = ({ db, store }: HouseParts): Room => {
  const listening = new ListeningService(db, store);
  return {
    controllers: [ScriptController],
    providers: [
      { provide: LISTENING, useValue: listening },
      {
        provide: DRAFTS,
        useFactory: (productions: ProductionsService) => new DraftService(db, store, productions),
        inject: [PRODUCTIONS],
      },
      {
        provide: PREVIEWS,
        useFactory: (productions: ProductionsService, drafts: DraftService) =>
          new PreviewService(db, store, productions, drafts, listening),
        inject: [PRODUCTIONS, DRAFTS],
      },
    ],
  };
};
