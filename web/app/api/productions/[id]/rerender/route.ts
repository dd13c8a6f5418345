import { carry } from '../../../../../server/door.ts';

type Place = { params: Promise<{ id: string }> };

export async function POST(request: Request, { params }: Place): Promise<Response> {
  const { id } = await params;
  return carry(request, `/api/productions/${encodeURIComponent(id)}/rerender`);
}
