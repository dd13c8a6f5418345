import type { HouseParts, Room } from '#api/room';
import type { Door } from '#api/session/door';
import type { HouseKey } from '#api/session/house-key';
import { SettingsController } from './settings.controller.ts';
import { SettingsService } from './settings.service.ts';
import { Storage } from './storage.ts';
import { DATA_FOLDER, SETTINGS, STORAGE } from './tokens.ts';

/** Rules of the house, engines, storage, health. */
export const settingsRoom = ({ db, dataDir }: HouseParts, door: Door, key: HouseKey): Room => ({
  controllers: [SettingsController],
  providers: [
    { provide: SETTINGS, useValue: new SettingsService(db, door, key) },
    { provide: STORAGE, useValue: new Storage(db, dataDir) },
    { provide: DATA_FOLDER, useValue: dataDir },
  ],
});
