import type { HouseParts, Room } from '#api/room';
import { AuthenticatorController } from './authenticator.controller.ts';
import { Authenticators } from './authenticators.ts';
import type { Door } from './door.ts';
import type { HouseKey } from './house-key.ts';
import { SessionController } from './session.controller.ts';
import { SessionService } from './session.service.ts';
import { SingleSignOnController } from './single-sign-on.controller.ts';
import { SingleSignOn } from './single-sign-on.ts';
import { AUTHENTICATORS, HOUSE_KEY, LOG, SESSIONS, SINGLE_SIGN_ON } from './tokens.ts';

/** Signing in, second factor, single sign-on. */
export function sessionRoom({ db, log }: HouseParts, door: Door, key: HouseKey): Room {
  const authenticators = new Authenticators(db, key);
  const sessions = new SessionService(db, door, authenticators, log);
  return {
    controllers: [SessionController, AuthenticatorController, SingleSignOnController],
    providers: [
      { provide: SESSIONS, useValue: sessions },
      { provide: AUTHENTICATORS, useValue: authenticators },
      { provide: SINGLE_SIGN_ON, useValue: new SingleSignOn(db, door, key) },
      { provide: HOUSE_KEY, useValue: key },
      { provide: LOG, useValue: log },
    ],
  };
}
