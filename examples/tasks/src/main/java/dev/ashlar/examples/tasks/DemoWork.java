package dev.ashlar.examples.tasks;

import dev.ashlar.identity.Membership;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Team;
import dev.ashlar.identity.Team_;
import dev.ashlar.identity.User;
import dev.ashlar.model.Ref;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.runtime.seed.Seed;
import dev.ashlar.runtime.seed.Seeding;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The demonstration's projects, tasks, comments and labels: what the teams are at.
@Singleton
public final class DemoWork implements Seed {
  private static final int TASKS_PER_PROJECT = 60;

  private static final List<String> PLACES =
      List.of(
          "North tower", "Crypt", "Nave", "East gate", "Quay", "Second arch", "Cistern", "Stairs");

  private static final List<String> VERBS =
      List.of(
          "Survey", "Repair", "Measure", "Replace", "Clean", "Document", "Reinforce", "Inspect");

  private static final List<String> THINGS =
      List.of(
          "the keystone",
          "the scaffolding",
          "the drainage",
          "the joints of the vault",
          "the lead roof",
          "the foundation",
          "the rose window",
          "the handrail",
          "the mortar samples",
          "the load tables");

  private static final List<String> REMARKS =
      List.of(
          "Waiting for the delivery of stone.",
              "Done on the south side; the north side is next week.",
          "The drawings are out of date here.", "Looks better than expected.",
          "We need a second opinion from the static engineer.", "Photographs are in the folder.",
          "Please deploy the new crane before this.", "Agreed with the client this morning.");

  private static final List<String> LABELS =
      List.of("urgent", "blocked", "safety", "heritage", "weather", "paperwork");

  @Override
  public List<Class<? extends Seed>> dependsOn() {
    return List.of(DemoPeople.class);
  }

  @Override
  public void plant(Seeding seeding) {
    for (Team team :
        UserCode.await(seeding.rows(Team_.MODEL).list(Always.TRUE, Team_.name.asc()))) {
      var people =
          UserCode.await(
              seeding
                  .rows(Membership_.MODEL)
                  .list(Membership_.team.is(team.id()), Membership_.id.asc()));
      plant(seeding, team, people.stream().map(Membership::user).toList());
    }
  }

  private static void plant(Seeding seeding, Team team, List<Ref<User>> people) {
    var labels = labels(seeding, team);
    var projects = new ArrayList<Project>();
    var tasks = new ArrayList<Task>();
    var comments = new ArrayList<Comment>();
    var marks = new ArrayList<TaskLabel>();
    for (String place : PLACES) {
      var project = project(seeding, team, place);
      projects.add(project);
      for (int i = 0; i < TASKS_PER_PROJECT; i++) {
        var task = task(seeding, project, people);
        tasks.add(task);
        comments.addAll(comments(seeding, task, people));
        if (seeding.random().nextInt(3) == 0) {
          marks.add(
              new TaskLabel(
                  seeding.id(task.createdAt()),
                  Ref.of(task.id()),
                  Ref.of(seeding.pick(labels).id())));
        }
      }
    }
    seeding.insertAll(Label_.MODEL, labels);
    seeding.insertAll(Project_.MODEL, projects);
    seeding.insertAll(Task_.MODEL, tasks);
    seeding.insertAll(Comment_.MODEL, comments);
    seeding.insertAll(TaskLabel_.MODEL, marks);
  }

  private static List<Label> labels(Seeding seeding, Team team) {
    return LABELS.stream()
        .map(
            name ->
                new Label(
                    seeding.id(team.createdAt()),
                    Ref.of(team.id()),
                    name,
                    "#%06x".formatted(seeding.random().nextInt(1 << 24)),
                    1))
        .toList();
  }

  private static Project project(Seeding seeding, Team team, String place) {
    Instant at = before(seeding, 300, 360);
    String name = place + " (" + team.name() + ")";
    return new Project(seeding.id(at), name, Ref.of(team.id()), 1, at, at);
  }

  private static Task task(Seeding seeding, Project project, List<Ref<User>> people) {
    var random = seeding.random();
    Instant at = before(seeding, 1, 290);
    @Nullable Ref<User> assignee = random.nextInt(4) == 0 ? null : seeding.pick(people);
    @Nullable BigDecimal estimate =
        random.nextInt(3) == 0 ? null : BigDecimal.valueOf(1L + random.nextInt(64), 1);
    return new Task(
        seeding.id(at),
        seeding.pick(VERBS) + " " + seeding.pick(THINGS) + ", part " + (1 + random.nextInt(40)),
        seeding.pick(
            List.of(Status.OPEN, Status.OPEN, Status.IN_PROGRESS, Status.DONE, Status.ARCHIVED)),
        random.nextInt(6),
        Ref.of(project.id()),
        assignee,
        estimate,
        1,
        at,
        at,
        null);
  }

  private static List<Comment> comments(Seeding seeding, Task task, List<Ref<User>> people) {
    var comments = new ArrayList<Comment>();
    for (int i = seeding.random().nextInt(3); i > 0; i--) {
      Instant at = task.createdAt().plus(Duration.ofMinutes(seeding.random().nextInt(600)));
      UUID id = seeding.id(at);
      comments.add(
          new Comment(
              id, Ref.of(task.id()), seeding.pick(people), seeding.pick(REMARKS), 1, at, at));
    }
    return comments;
  }

  /// A moment some days ago.
  private static Instant before(Seeding seeding, int from, int to) {
    long minutes = seeding.random().nextLong(from * 1440L, to * 1440L);
    return seeding.now().minus(Duration.ofMinutes(minutes));
  }
}
