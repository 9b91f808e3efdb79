/// The same entities served by Spring Boot, Spring Data REST and JPA, without security.
@NullMarked
package dev.ashlar.benchmarks.spring;

import org.jspecify.annotations.NullMarked;
