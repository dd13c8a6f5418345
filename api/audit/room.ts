import type { HouseParts, Room } from '#api/room';
import { AUDIT } from '#api/tokens';
import { AuditController } from './audit.controller.ts';
import { AuditService } from './audit.service.ts';

/** Who did what. */
export const auditRoom = ({ db }: HouseParts): Room => ({
  controllers: [AuditController],
  providers: [{ provide: AUDIT, useValue: new AuditService(db) }],
});
