//! The Spanish table.

use super::{Table, View};

pub(super) static TABLE: Table = Table {
    views: "Vistas",
    view: |view| match view {
        View::Compare => "Comparar",
        View::Stories => "Historias",
    },

    stories_heading: "Elegir una historia",
    stories_lead: "Cada una se compara en este dispositivo al abrirla. Las inventadas están escritas para la clase, en inglés: los lugares, las personas y los medios no existen.",
    story_given: "La historia con la que se hizo esta página.",
    open_story: |title| format!("Abrir «{title}»"),
    story_choose: "Abrir",
    story_open: "Abrir (elegida ahora)",
    questions: "Cinco preguntas para conversar",
};
