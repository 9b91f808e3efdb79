package dev.ashlar.web.server;

import java.nio.file.Path;

/// The files of a server that speaks TLS itself; HTTP/2 is then offered too.
///
/// @param certificate the certificate chain, PEM
/// @param key its private key, PEM (PKCS#8)
public record Tls(Path certificate, Path key) {}
