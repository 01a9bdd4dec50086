// @complete: no-hardcoded-secrets
'use client';
import Script from 'next/script';

export function StoreMap() {
  return (
    <section>
      <div id="map" />
      <Script
        // ok: no-hardcoded-secrets -- a Maps key is restricted by referrer and goes to browsers
        src="https://maps.googleapis.com/maps/api/js?key=AIzaSydUOKeeYK0L2sj8r7McqwNfOArL34KsINZ&libraries=places"
        strategy="lazyOnload"
      />
    </section>
  );
}
