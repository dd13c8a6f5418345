import { carry } from '../../../../../server/door.ts';

type Place = { params: Promise<{ id: string }> };

/** A physician's decision on the digest of what the page showed. Its shape is the API's to judge. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const { id } = await params;
  const body: unknown = await request.json().catch(() => ({}));
  return carry(request, `/api/productions/${encodeURIComponent(id)}/decision`, body);
}
