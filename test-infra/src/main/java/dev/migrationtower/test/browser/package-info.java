/** How tests look at pages: a real Chromium, as somebody on some screen, and the rules of accessibility. */
@NullMarked
package dev.migrationtower.test.browser;

import org.jspecify.annotations.NullMarked;
