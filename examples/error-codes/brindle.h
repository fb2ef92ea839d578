/* brindle.h - errors of the Brindle storage library */
#ifndef BRINDLE_ERRORS_H
#define BRINDLE_ERRORS_H

/** The volume is locked by another process. */
#define BRN_LOCKED 101

/** The volume was opened for reading only. */
#define BRN_READ_ONLY 102

/** The volume has no room left for the record. */
#define BRN_VOLUME_FULL 103

/** The key is longer than 255 bytes. */
#define BRN_KEY_TOO_LONG 104

/** No record has this key. */
#define BRN_NO_RECORD 201

/** A record with this key exists already. */
#define BRN_RECORD_EXISTS 202

/** The checksum of the record does not match its content. */
#define BRN_BAD_CHECKSUM 203

/** The cursor was closed before this call. */
#define BRN_CURSOR_CLOSED 204

/** The server did not answer in time. The call may be repeated. */
#define BRN_TIMEOUT 301

/** The server closed the connection while a call was running. */
#define BRN_DISCONNECTED 302

/** The server speaks a version of the protocol that this library does not know. */
#define BRN_BAD_VERSION 303

/** The transaction was rolled back because it met another one. */
#define BRN_CONFLICT 401

/** The transaction has ended and takes no more calls. */
#define BRN_TRANSACTION_OVER 402

#endif
