package org.fapiaosuite.fapiao.document;

/**
 * A content in the store.
 *
 * @param digest SHA-256 in hex
 * @param size in bytes
 */
public record KeptDocument(String digest, long size) {}
