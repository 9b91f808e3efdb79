package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RepositoriesWriterTest {
  @Test
  void handsOutTheRepositoriesOfEveryEntity() {
    var source =
        RepositoriesWriter.first(
            List.of(new TypeName("shop.sales", "Order"), new TypeName("shop.stock", "Order")));

    assertThat(source.text())
        .startsWith("package shop;\n")
        .contains("Repositories_(@External Repositories repositories) {")
        .contains("Transactions transactions() {")
        .contains(
            """
              @Bean
              Repository<Order> orders() {
                return repositories.of(Order_.MODEL);
              }

              @Bean
              ReadOnlyRepository<Order> ordersReadOnly() {
                return repositories.of(Order_.MODEL);
              }
            """)
        .contains(
            """
              @Bean
              Repository<shop.stock.Order> orders2() {
                return repositories.of(shop.stock.Order_.MODEL);
              }
            """);
  }
}
