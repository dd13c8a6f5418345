export const VOICE_SAMPLER = Symbol('voice-sampler');
