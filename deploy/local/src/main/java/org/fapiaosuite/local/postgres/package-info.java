/**
 * PostgreSQL as a child process: a real server from a jar, without passwords and without fsync, for
 * one machine's demonstrations and tests only.
 *
 * <p>The binaries are zonky's. Its {@code EmbeddedPostgres} is not used: it starts the server
 * through pg_ctl, which hides whether and why a start failed, detaches the server from its parent,
 * and turns {@code synchronous_commit} off, so that a killed server would lose commits.
 */
@NullMarked
package org.fapiaosuite.local.postgres;

import org.jspecify.annotations.NullMarked;
