//! The Spanish table.

use super::{Table, View};
use crate::correction::{Change, Misfit};
use crate::lesson::{Step, Way};
use crate::page::drafts::Field;
use crate::page::guides::Guide;
use crate::stance::RuleName;
use crate::ui::words::Forms;

pub(super) static TABLE: Table = Table {
    other_language: "English",
    other_tag: "en",
    views: "Vistas",
    view: |view| match view {
        View::Compare => "Comparar",
        View::Lesson => "Clase",
        View::Worksheet => "Hoja de trabajo",
        View::Stories => "Historias",
        View::Correct => "Corregir",
        View::Bring => "Sus artículos",
        View::Take => "Llevárselo",
        View::Guides => "Guías",
    },

    stories_heading: "Elegir una historia",
    stories_lead: "Cada una se compara en este dispositivo al abrirla. Las inventadas están escritas para la clase, en inglés: los lugares, las personas y los medios no existen.",
    story_given: "La historia con la que se hizo esta página.",
    story_own: "Sus propios artículos.",
    open_story: |title| format!("Abrir «{title}»"),
    story_choose: "Abrir",
    story_open: "Abrir (elegida ahora)",
    questions: "Cinco preguntas para conversar",

    steps: "Pasos de la clase",
    step: |step| match step {
        Step::Prepare => "Preparar",
        Step::Predict => "Predecir",
        Step::Reveal => "Descubrir",
        Step::Compare => "Comparar respuestas",
    },
    lesson_on: |title| format!("Una clase con {title}"),
    other_story: "Elegir otra historia",
    on_paper: "Imprimir noticias y hoja de trabajo",
    how_to_teach: "Leer la página para el profesorado",
    how: "Cómo responde la clase",
    way: |way| match way {
        Way::Hands => "A mano alzada",
        Way::Own => "Cada cual en su ordenador",
        Way::Student => "Este es el ordenador de un estudiante",
        Way::Show => "Solo mostrar las afirmaciones",
    },
    way_hint: |way| match way {
        Way::Hands => "Una afirmación cada vez en la pared; usted escribe cuántas manos hay.",
        Way::Own => {
            "Los estudiantes abren esta página, eligen la línea siguiente y le entregan un archivo o un código."
        }
        Way::Student => {
            "Una afirmación tras otra, con las noticias; al final, un archivo o un código para el profesor."
        }
        Way::Show => "Una afirmación cada vez en letra grande; lo que hacen las fuentes, al pulsar.",
    },
    what: "Qué se pregunta",
    how_many: "Cuántas afirmaciones",
    all_of: |claims| format!("todas ({claims})"),
    mixed: "Mezcladas, según lo que haya en la historia: en común, con matices, en disputa, de una sola fuente.",
    one_by_one: "Elegirlas una a una",
    blind: "Ocultar los nombres de los medios",
    blind_hint: "Se llaman A, B, C, también dentro de los textos: la clase valora las palabras, no el logotipo.",
    timer: "Cronómetro",
    no_timer: "ninguno",
    minutes: Forms { one: "minuto", many: "minutos", other: "minutos" },
    timer_start: "Empezar",
    timer_stop: "Pausa",
    time_up: "Se acabó el tiempo.",
    begin: "Comenzar",
    claim_at: |at, all| format!("Afirmación {at} de {all}"),
    hands_lead: "¿Qué hace cada fuente con ella? ¿Cuántos lo dicen?",
    hands_for: |what| format!("Manos: {what}"),
    one_more: |what| format!("Una más: {what}"),
    own_heading: "Cada cual responde por su cuenta",
    own_steps: [
        "Abrir esta página y, en Historias, la misma historia.",
        "En Clase, elegir «Este es el ordenador de un estudiante» y comenzar.",
        "Elegir un signo para cada fuente, afirmación por afirmación.",
        "Guardar las respuestas en un archivo, o mostrar el código, y entregarlo.",
    ],
    own_asks: |claims, same| {
        let counts = if same { "Las respuestas a otras no cuentan." } else { "Cuenta todo lo que respondan." };
        format!("En los ordenadores de los estudiantes conviene elegir el mismo número: {claims}. {counts}")
    },
    own_story: |title, blind| {
        let hide = if blind { " También allí hay que ocultar los nombres de los medios." } else { "" };
        format!("La historia es «{title}».{hide}")
    },
    collect: "Respuestas de la clase",
    came: |counted, out, words| match (counted, out) {
        (0, 0) => "Todavía no ha llegado ninguna respuesta.".to_owned(),
        (_, 0) => format!("Han llegado las respuestas de {}.", words.screen.count(words.students_forms, counted)),
        _ => format!(
            "Han llegado las respuestas de {}; {} aparte.",
            words.screen.count(words.students_forms, counted),
            words.screen.count(words.files, out)
        ),
    },
    students_forms: Forms { one: "estudiante", many: "estudiantes", other: "estudiantes" },
    files: Forms { one: "archivo o código", many: "archivos o códigos", other: "archivos o códigos" },
    collect_hint: "Suelte aquí todos los archivos a la vez, o elíjalos. No salen de este ordenador.",
    choose_files: "Elegir archivos",
    forget: "Empezar de nuevo sin ellas",
    paste: "Escribir o pegar códigos",
    paste_label: "Códigos, con o sin nombres, cuantos quiera",
    paste_take: "Añadirlos",
    left_out: "Aparte",
    student_lead: "¿Qué hace cada fuente con ella? Búsquelo en las noticias de abajo.",
    answered: |done, all| format!("{done} de {all} respondidas"),
    the_articles: "Las noticias",
    paragraph: |number| format!("Párrafo {number}."),
    hand_over: "Entregar las respuestas",
    your_name: "Su nombre, o déjelo vacío",
    save_file: "Guardar en un archivo",
    show_code: "Mostrar como código",
    hand_over_hint: "Contiene el nombre, los signos y de qué historia se trata; nada más. No se envía nada: entréguelo usted.",
    code_label: "El código: cópielo entero",
    what_does_each: "¿Qué hace cada fuente con ella?",
    not_yet: "todavía oculto",
    votes: |votes| format!("La clase: {votes}"),
    show: "Mostrar",
    next_claim: "Afirmación siguiente",
    next_step: "Paso siguiente",
    back: "Atrás",
    clicker: "Av Pág y Re Pág, o un mando de presentación, hacen lo mismo.",
    no_votes: "Todavía no hay respuestas que comparar.",
    with_key: "Con la clave",
    same_answers: "Respuestas como en la clave",
    of_answers: |same, all| format!("{same} de {all} respuestas"),
    most_of_class: "Celdas en que la mayoría dice lo de la clave",
    of_cells: |same, all| format!("{same} de {all} celdas con mayoría clara"),
    cohen: "κ de Cohen",
    cohen_means: "Cuánto mejor que el azar: 1 es todo como en la clave; 0, lo que daría el azar solo.",
    no_kappa: "no definida",
    in_class: "Dentro de la clase",
    fleiss: "κ de Fleiss",
    fleiss_means: "Hasta qué punto la clase está de acuerdo consigo misma, acierte o no: 1 es que todos dicen lo mismo; 0, lo que daría el azar solo; por debajo, menos aún.",
    most_divided: "Dónde la clase está más dividida",
    divided_hint: "Conviene hablar primero de estas: leer las palabras en voz alta y que cada parte diga por qué.",
    not_divided: "En ninguna celda hay respuestas distintas.",
    key_says: |stance| format!("clave: {stance}"),
    all_cells: |count| format!("Mostrar las {count} celdas"),
    save_results: "Guardar los resultados como tabla (CSV)",
    students: "Cada estudiante",
    students_hint: "No es para la pared: conviene abrirla con el proyector apagado.",
    students_show: "Mostrar la lista",
    student: "Estudiante",
    answers: "Respuestas",
    same_as_key: "Como en la clave",

    worksheet_heading: "Una clase en papel",
    worksheet_lead: "Debajo está lo que se imprimirá, en A4 o Carta. La clave empieza en una hoja aparte.",
    print_articles: "Las noticias con párrafos numerados",
    print_matrix: "La tabla para rellenar",
    print_apart: "Cada artículo en una hoja propia",
    print_key: "La clave con citas",
    print: "Imprimir",
    matrix_heading: "¿Qué hace cada noticia con cada afirmación?",
    name_line: "Nombre: ____________________________   Fecha: ______________",
    matrix_lead: "Escriba un signo en cada celda, y el número del párrafo que lo muestra.",
    key_heading: "Clave, para el profesor",
    key_lead: "Casi todas las claves las calculó un programa, y en algún lugar se equivoca: la clase que lo encuentra ha entendido.",
    key_by_people: "Esta clave la hicieron personas, no el programa. Donde también se pueda defender otro signo, que la clase lo defienda.",

    guides: "Guías",
    guide: |guide| match guide {
        Guide::Teacher => "Para el profesorado",
        Guide::Reader => "Para quien lee",
        Guide::Newsroom => "Para la redacción",
        Guide::WorkedOut => "Cómo se ha calculado",
    },
    worked_out: "Cómo se ha calculado",
    worked_out_lead: |title| {
        format!(
            "Los ejemplos son de {title}. No se ha preguntado a ningún modelo de lenguaje ni se ha enviado nada: cada valoración la hace una regla con nombre, a partir de palabras que se muestran."
        )
    },
    worked_out_steps: [
        "Cada artículo se corta en frases, y estas en afirmaciones que se pueden comprobar; las preguntas y los títulos sueltos no lo son.",
        "Las afirmaciones de artículos distintos que comparten palabras poco frecuentes, nombres, cifras y fechas van a una misma fila.",
        "La más rotunda o más típica de la fila pasa a ser su afirmación, con las palabras del artículo en que está.",
        "Para cada uno de los demás artículos se prueban por orden las reglas de abajo; decide la primera que halla algo. Nada se contradice sin dos grupos de palabras que se muestran.",
        "La certeza de una valoración dice cuántas veces acertó la misma regla en historias que habían valorado personas.",
    ],
    rules_met: "Reglas que han decidido algo aquí",
    rules_other: "Reglas que aquí no han hallado nada",
    decided: Forms { one: "vez en esta historia", many: "de veces en esta historia", other: "veces en esta historia" },
    rule: |rule| match rule {
        RuleName::SameWords => {
            "Casi todas las palabras de la afirmación están también en la noticia, casi en el mismo orden."
        }
        RuleName::SameStatement => {
            "La noticia comparte las palabras que importan y ninguna regla halla diferencia de cifra, fecha, nombre, negación o certeza."
        }
        RuleName::SameQuantity => "Ambas dan la misma cifra para lo mismo, aunque una la escriba con letras.",
        RuleName::PartOfIt => {
            "La noticia lo dice sin algo que la afirmación añade: un lugar, un motivo, una segunda mitad."
        }
        RuleName::Alike => {
            "Las frases hablan de lo mismo y ninguna regla halla diferencia; es el motivo más débil de todos."
        }
        RuleName::DifferentQuantity => "Dos cifras exactas de lo mismo que no pueden ser ciertas a la vez.",
        RuleName::Quantity => {
            "Dos cifras que se apartan, en la medida en que las palabras de alrededor dicen qué se cuenta."
        }
        RuleName::VaguerQuantity => {
            "Una da un límite o una cifra redonda, «al menos» o «decenas», en la que cabe la exacta."
        }
        RuleName::DifferentDate => "Dos días u horas para lo mismo, situados según el día de publicación.",
        RuleName::VaguerDate => "Una nombra el mes o la temporada donde la otra nombra el día.",
        RuleName::DifferentPlace => "Dos direcciones o distancias desde el mismo punto.",
        RuleName::Opposite => {
            "Palabras que se excluyen en el mismo lugar de ambas frases: subió y bajó, aprobó y rechazó."
        }
        RuleName::OtherWord => "Un verbo o adjetivo en el lugar de otro, y lo demás igual: autorizó y aplazó.",
        RuleName::Exclusive => {
            "Palabras de las que solo una puede valer para una cosa, como dos resultados de una votación."
        }
        RuleName::Quantifier => "«Ninguno» o «todos» en una, «algunos» en la otra.",
        RuleName::Revoked => "Una cuenta una orden o decisión que la otra da por retirada.",
        RuleName::Corrected => "Una dice que lo que da la otra es erróneo y da otra cosa: «no 18, sino 12».",
        RuleName::Undecided => "Una da por decidido lo que la otra cuenta como abierto.",
        RuleName::Rank => "Dos puestos en un mismo orden: primero y tercero, la mayor y la segunda.",
        RuleName::Negation => "Una niega la misma palabra que la otra afirma.",
        RuleName::NegationApart => "Una niega lo que la otra cuenta con otras palabras.",
        RuleName::NegationOf => "Ambas tienen una negación, pero de palabras distintas.",
        RuleName::Denial => "Una dice, con voz propia, que lo que cuenta la otra es falso.",
        RuleName::Role => "Quién lo hizo y a quién se lo hicieron están cambiados.",
        RuleName::Name => "Dos nombres en el mismo lugar de la frase.",
        RuleName::DifferentPerson => "Dos personas en un mismo cargo al mismo tiempo.",
        RuleName::Framing => "El mismo acto con palabras que lo valoran de otro modo.",
        RuleName::Cause => "Otra causa de lo mismo.",
        RuleName::Scope => "De todos en una, de una parte en la otra.",
        RuleName::OtherSpeaker => "La misma afirmación en otra boca.",
        RuleName::Hedge => "«Podría», «al parecer», «sugiere» en una; sin reservas en la otra.",
        RuleName::Headline => "Solo lo dice un titular o ladillo de la noticia.",
        RuleName::HeadlineDistance => "Un titular lo mantiene a distancia: comillas, una pregunta, «asegura».",
        RuleName::Statement => "Las palabras de la afirmación salen de esta noticia, así que lo afirma.",
        RuleName::NotFound => {
            "Ninguna frase de la noticia se acerca lo bastante; se muestra la más cercana, si la hay."
        }
        RuleName::Language => "El texto está en un idioma que no se analiza: no se evalúa nada.",
        RuleName::Excerpt => "Solo se da una parte del texto: lo que falta aquí puede estar en el resto.",
        RuleName::LacksWords => {
            "Por qué no cuenta la frase más cercana: le faltan palabras en que se apoya la afirmación."
        }
        RuleName::FewWords => "Por qué no cuenta la frase más cercana: apenas comparte palabras.",
        RuleName::OtherStatement => "Por qué no cuenta la frase más cercana: tiene las palabras y dice otra cosa.",
    },

    correct_heading: "Corregir la comparación",
    correct_lead: "Esto lo calculó un programa, y en algunos puntos se equivoca. Lo que cambie aquí vale enseguida en todas las vistas. Lo que el programa dijo primero queda en el archivo. Nada se guarda en este dispositivo: guarde el archivo.",
    corrections_lost: "Las correcciones que venían con esta historia no se pueden leer; las afirmaciones se muestran como están.",
    corrected: "Hecho.",
    undo: "Deshacer",
    redo: "Rehacer",
    save_json: "Guardar con correcciones (JSON)",
    corrector: "Quién corrige (opcional, queda en el archivo)",
    with_time: "Guardar la hora de cada corrección",
    claim_field: "Afirmación",
    choose: "Elegir…",
    first_said: "Lo que el programa dijo primero",
    row_legend: "La afirmación en conjunto",
    statement_field: "La afirmación en palabras",
    statement_keep: "Guardar estas palabras",
    verdict_field: "En qué queda",
    verdict_from_cells: "Como dicen las celdas de las fuentes",
    note_field: "Su nota",
    note_keep: "Guardar la nota",
    stance_field: "Qué hace esta fuente con la afirmación",
    leave_out: "Quitar estas palabras",
    move_field: "Pasar estas palabras a otra afirmación",
    words_summary: "Añadir palabras del artículo",
    article_field: "El artículo: seleccione las palabras que lo muestran",
    add_words: "Añadir las palabras seleccionadas",
    why_field: "Por qué (opcional)",
    keep_cell: "Guardar esta valoración",
    rows_summary: "Dividir, unir o quitar esta afirmación",
    split_legend: "Dos afirmaciones en una",
    split_lead: "Marque las palabras que pertenecen a la segunda afirmación y escríbala.",
    split_statement: "La segunda afirmación en palabras",
    split_button: "Dividir la afirmación",
    merge_button: "Unir",
    move_button: "Pasar",
    verdict_keep: "Guardar este resultado",
    not_kept: "Aún no se ha guardado.",
    merge_field: "Lo mismo que otra afirmación: unirla a esta",
    remove_row: "Quitar esta afirmación",
    add_summary: "Añadir una afirmación que no se encontró",
    source_field: "Fuente",
    add_statement: "La afirmación en palabras (vacío: las seleccionadas)",
    add_button: "Añadir la afirmación",
    corrections_heading: "Correcciones hasta ahora",
    no_corrections: "Todavía ninguna.",
    take_back: "Retirar",
    does_not_fit: "Ahora no encaja, y se conserva:",
    take_back_of: |what| format!("Retirar: {what}"),
    change: |change| match change {
        Change::Cell { .. } => "Una fuente valorada",
        Change::Move { .. } => "Palabras movidas",
        Change::Statement { .. } => "Dicha de otro modo",
        Change::Verdict { .. } => "Resultado",
        Change::Note { .. } => "Nota",
        Change::Merge { .. } => "Unidas",
        Change::Split { .. } => "Dividida",
        Change::Add { .. } => "Añadida",
        Change::Remove { .. } => "Quitada",
    },
    misfit: |misfit| match misfit {
        Misfit::Row => "La afirmación ya no está, o no se distingue de otra.",
        Misfit::Document => "El artículo ya no está.",
        Misfit::Words => {
            "Las palabras ya no están en el artículo, aparecen más de una vez o ya no pertenecen a la afirmación."
        }
        Misfit::NoWords => "Hacen falta palabras del artículo que lo muestren: seleccione algunas y añádalas.",
        Misfit::Excerpt => "Este artículo es un extracto: de nada puede decirse que lo omite.",
        Misfit::Blank => "La afirmación necesita palabras.",
        Misfit::Same => "Es la misma afirmación.",
        Misfit::Whole => "Al dividir se pasan algunas palabras: ni ninguna ni todas.",
        Misfit::Taken => "Ya hay una afirmación con ese nombre.",
    },

    bring_heading: "Sus artículos",
    bring_lead: "Pegue, escriba o suelte artículos sobre un mismo hecho: se comparan aquí, sobre la marcha. No se envía nada a ningún sitio.",
    drop_here: "Suelte archivos aquí: texto, Markdown, páginas web guardadas, o una historia o comparación guardada con este programa (JSON).",
    take_open: "Empezar con los artículos abiertos",
    own_title: "Título de la comparación (vacío: el primer titular)",
    another_article: "Otro artículo",
    more_fields: "Autor, enlace, idioma",
    excerpt_choice: "Es un extracto: lo que parece faltar puede estar en el resto",
    up: "Subir",
    remove: "Quitar",
    remove_all: "Quitar todo",
    removed: "quitado. Deshacer lo recupera.",
    all_removed: "Se han quitado todos los artículos. Deshacer los recupera.",
    article_moved: |place| format!("El artículo está ahora en el puesto {place}."),
    undone: |articles| format!("Deshecho: {articles}."),
    redone: |articles| format!("Hecho de nuevo: {articles}."),
    see_comparison: "Ver la comparación",
    nothing_to_compare: "Ningún artículo tiene texto todavía.",
    file_unread: "no se ha leído: está vacío, pesa más de 16 megabytes o no es texto.",
    file_guessed: "añadido, pero no es UTF-8: revise sus acentos y comillas.",
    file_raw: "en esta página se encontró poco texto. Se han añadido todas sus palabras: borre lo que no sea del artículo, o péguelo.",
    added: |articles| format!("{articles} más."),
    file_full: |limit| format!("no se ha añadido todo: el límite son {limit} artículos."),
    article_number: |number| format!("Artículo {number}"),
    article_up: |number| format!("Subir el artículo {number}"),
    article_remove: |number| format!("Quitar el artículo {number}"),
    field: |field| match field {
        Field::Outlet => "Medio",
        Field::Title => "Titular",
        Field::Author => "Autor",
        Field::Published => "Fecha",
        Field::Url => "Enlace",
        Field::Lang => "Idioma",
        Field::Text => "Texto",
    },
    field_wrong: |field| match field {
        Field::Published => "No es una fecha: escríbala como 2026-01-31. La comparación sigue sin ella.",
        Field::Url => "No es un enlace: empieza por https:// o http://. La comparación sigue sin él.",
        Field::Lang => "No es un idioma: escriba en, es, fr u otro código así. La comparación sigue sin él.",
        Field::Text => "Demasiado largo: el límite son 200 000 caracteres. La comparación sigue sin este artículo.",
        Field::Outlet | Field::Title | Field::Author => "",
    },

    take_heading: "Llevárselo",
    take_page: "Esta página, con la historia dentro",
    take_page_lead: "Un solo archivo con los artículos, la comparación, lo que usted corrigió y el programa. Se abre con doble clic, sin red, y puede leerse sin JavaScript.",
    take_page_button: "Descargar esta página",
    take_page_refused: "El programa de esta página está en otro archivo, así que la página no puede guardarse con él. Guarde la comparación (JSON) y ábrala en «Sus artículos».",
    take_link: "Un enlace que contiene la historia",
    take_link_button: "Crear un enlace",
    take_link_label: "El enlace",
    take_link_copy: "Copiar el enlace",
    take_link_file: "Lleva a este archivo en este dispositivo: para otras personas, ponga la página en un sitio web o envíe el archivo.",
    take_link_refused: "Este navegador es demasiado antiguo para estos enlaces. Guarde un archivo.",
    take_files: "Archivos para otros programas",
    take_paper: "En papel",
    save_articles: "Guardar los artículos (JSON)",
    link_broken: "La historia de este enlace no puede leerse: el enlace está cortado o cambiado.",
    link_too_large: "La historia de este enlace no se abre: descomprimida pesa más de 8 megabytes.",
    take_link_lead: |limit| {
        format!(
            "La historia va comprimida en la dirección, detrás de #, lo que ningún navegador envía a un servidor. Se crean enlaces de hasta {limit} caracteres; algunos programas de correo y de chat cortan los largos."
        )
    },
    take_link_long: |length| {
        format!("El enlace tendría {length} caracteres, demasiados para una dirección. Descargue la página.")
    },
    take_link_length: |length| format!("{length} caracteres."),

    keep: "Guardar en este dispositivo",
    keep_off: "No se guarda nada: al cerrar esta página se olvidan sus artículos.",
    keep_refused: "Este navegador no guarda nada para esta página. Descárguela en «Llevárselo».",
    keep_delete: "Borrar lo guardado",
    keep_unread: "Aquí hay algo guardado que esta versión no puede leer. Queda como está, y no se guarda nada más, hasta que usted lo borre.",
    keep_on: |articles, size| {
        format!(
            "Guardado en este navegador: {articles} y lo que usted corrigió, {size} kB. Puede leerlo cualquiera que use este navegador."
        )
    },
};
