package dev.ashlar.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 9110's own table of weak comparisons, and lists.
final class EntityTagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          W/"1"         ; W/"1" ; true
          W/"1"         ; W/"2" ; false
          W/"1"         ; "1"   ; true
          "1"           ; W/"1" ; true
          "1"           ; "1"   ; true
          "0", "1"      ; "1"   ; true
          "0",W/"1"     ; "1"   ; true
          "0" , "11"    ; "1"   ; false
          *             ; "1"   ; true
          1             ; "1"   ; false
          "1            ; "1"   ; false
          "a, b"        ; "a"   ; false
          """)
  void compares(String list, String tag, boolean listed) {
    assertThat(EntityTags.listsWeakly(list, tag)).isEqualTo(listed);
  }
}
