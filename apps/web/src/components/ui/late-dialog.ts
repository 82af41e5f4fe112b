import dynamic from 'next/dynamic';

/** A dialog that is fetched when it is first opened; to be rendered only while it is open. */
export const LateDialog = dynamic(() => import('./dialog.tsx').then((file) => file.Dialog));
