import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from '#src/content-security-policy.ts';

/** Gives every page its own nonce and the policy that names it. Next reads the nonce from the request's policy header. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname);

  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-path', request.nextUrl.pathname);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: '/((?!_next/static|_next/image|api/|media/|favicon|icon|service-worker).*)',
};
