import type { HouseParts, Room } from '#api/room';
import { ChoicesController } from './choices.controller.ts';
import { VOICE_SAMPLER } from './tokens.ts';
import { VoiceSampler } from './voice-sampler.ts';

/** What a film may be ordered with. */
export const choicesRoom = ({ store }: HouseParts): Room => ({
  controllers: [ChoicesController],
  providers: [{ provide: VOICE_SAMPLER, useValue: new VoiceSampler(store) }],
});
