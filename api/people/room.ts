import type { HouseParts, Room } from '#api/room';
import { ApiTokensController } from './api-tokens.controller.ts';
import { DepartmentsController } from './departments.controller.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleService } from './people.service.ts';
import { PEOPLE } from './tokens.ts';

/** People, departments and tokens. */
export const peopleRoom = ({ db }: HouseParts): Room => ({
  controllers: [PeopleController, DepartmentsController, ApiTokensController],
  providers: [{ provide: PEOPLE, useValue: new PeopleService(db) }],
});
