export const UPLOADS = Symbol('uploads');
export const RECEIVER = Symbol('upload-receiver');
export const CARETAKER = Symbol('upload-caretaker');
