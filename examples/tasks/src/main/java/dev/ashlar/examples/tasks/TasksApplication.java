package dev.ashlar.examples.tasks;

import dev.ashlar.Ashlar;

/// Teams, their projects, and the tasks in them.
public final class TasksApplication {
  private TasksApplication() {}

  /// Starts the application, or runs one of its commands.
  public static void main(String... arguments) {
    Ashlar.application("tasks")
        .models(Models_.all())
        .demo("member@example.com", "ashlar-demo", "/api/tasks?limit=3&include=project")
        .main(arguments);
  }
}
