package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamingTest {
  @ParameterizedTest
  @CsvSource({
    "title, title",
    "createdAt, created_at",
    "projectId, project_id",
    "homeURL, home_url",
    "homeURLPath, home_url_path",
    "line2, line2",
    "line2Text, line2_text",
    "aB, a_b"
  })
  void columnsAreSnakeCase(String component, String column) {
    assertThat(Naming.snake(component)).isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource({
    "Task, tasks",
    "TaskLabel, task_labels",
    "Category, categories",
    "Day, days",
    "Status, statuses",
    "Box, boxes",
    "Branch, branches",
    "Dish, dishes",
    "Person, people",
    "TeamPerson, team_people",
    "News, news",
    "APIKey, api_keys"
  })
  void tablesArePlural(String record, String table) {
    assertThat(Naming.plural(record)).isEqualTo(table);
  }
}
