package dev.ashlar.benchmarks.spring;

import org.springframework.data.rest.webmvc.config.RepositoryRestConfigurer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperBuilder;

/// Data REST indents its answers unless told otherwise; a service under load would not.
@Component
public class CompactJson implements RepositoryRestConfigurer {

  @Override
  public void configureJacksonObjectMapper(
      MapperBuilder<? extends ObjectMapper, ? extends MapperBuilder<?, ?>> mapper) {
    mapper.disable(SerializationFeature.INDENT_OUTPUT);
  }
}
