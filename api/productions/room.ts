import type { HouseParts, Room } from '#api/room';
import { GATES, PRODUCTIONS, PROGRESS_FEED, STEERING } from '#api/tokens';
import { UploadClaims } from '#api/uploads/claim';
import { GatesController } from './gates.controller.ts';
import { GatesService } from './gates.service.ts';
import { Launcher } from './launcher.ts';
import { ProductionsController } from './productions.controller.ts';
import { ProductionsService } from './productions.service.ts';
import { ProgressFeed } from './progress-feed.ts';
import { SteeringController } from './steering.controller.ts';
import { SteeringService } from './steering.service.ts';

/** Films from order to release. */
export const productionsRoom = ({ db, temporal, dataDir }: HouseParts): Room => {
  const launcher = new Launcher(db, temporal);
  const steering = new SteeringService(db, launcher);
  const productions = new ProductionsService(db, launcher, steering, dataDir, new UploadClaims(db, dataDir));
  return {
    controllers: [ProductionsController, GatesController, SteeringController],
    providers: [
      { provide: PRODUCTIONS, useValue: productions },
      { provide: GATES, useValue: new GatesService(db, launcher) },
      { provide: STEERING, useValue: steering },
      { provide: PROGRESS_FEED, useValue: new ProgressFeed(db) },
    ],
  };
};
