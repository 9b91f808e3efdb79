package dev.ashlar.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 9110's own table of comparisons, and lists.
final class EntityTagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          W/"1"         ; W/"1" ; false ; true
          W/"1"         ; W/"2" ; false ; false
          W/"1"         ; "1"   ; false ; true
          "1"           ; W/"1" ; false ; true
          "1"           ; "1"   ; true  ; true
          "0", "1"      ; "1"   ; true  ; true
          "0",W/"1"     ; "1"   ; false ; true
          "0" , "11"    ; "1"   ; false ; false
          *             ; "1"   ; true  ; true
          1             ; "1"   ; false ; false
          "1            ; "1"   ; false ; false
          "a, b"        ; "a"   ; false ; false
          """)
  void compares(String list, String tag, boolean strongly, boolean weakly) {
    assertThat(EntityTags.listsStrongly(list, tag)).isEqualTo(strongly);
    assertThat(EntityTags.listsWeakly(list, tag)).isEqualTo(weakly);
  }
}
