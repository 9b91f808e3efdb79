package dev.ashlar.web.rest;

import dev.ashlar.runtime.operation.Pipeline;

/// What all handlers of the surface share.
record Surroundings(Pipeline pipeline, RestConfig config, Requests requests, Cursors cursors) {
  /// Where an entity's rows are.
  String path(Resource resource) {
    return base() + "/" + resource.plural();
  }

  private String base() {
    return config.basePath().equals("/") ? "" : config.basePath();
  }
}
