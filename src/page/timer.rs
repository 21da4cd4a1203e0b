//! A timer for a step of the lesson: it counts down in minutes and seconds, and says when the time is up, without a noise.

use super::words::PageWords;
use gloo::timers::callback::Interval;
use yew::prelude::*;

/// What [`Timer`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct TimerProps {
    /// What it says.
    pub words: PageWords,
    /// How long it runs.
    pub minutes: u32,
}

/// Shows the timer.
#[component]
pub fn Timer(props: &TimerProps) -> Html {
    let words = &props.words;
    let left = use_state_eq(|| props.minutes * 60);
    let running = use_state_eq(|| false);
    {
        let left = left.clone();
        use_effect_with(props.minutes, move |minutes| left.set(minutes * 60));
    }
    {
        let (left, running) = (left.clone(), running.clone());
        use_effect_with((*running, *left), move |(on, seconds)| {
            let (on, seconds) = (*on, *seconds);
            let tick = (on && seconds > 0).then(|| {
                Interval::new(1000, move || {
                    left.set(seconds - 1);
                    if seconds == 1 {
                        running.set(false);
                    }
                })
            });
            move || drop(tick)
        });
    }
    let toggle = {
        let (left, running, minutes) = (left.clone(), running.clone(), props.minutes);
        move |_: MouseEvent| {
            if *left == 0 {
                left.set(minutes * 60);
            }
            running.set(!*running);
        }
    };
    html! {
        <div class="nc-timer" role="group" aria-label={words.timer}>
            <span class={classes!("nc-clock", (*left == 0).then_some("nc-over"))} role="timer">
                { format!("{}:{:02}", *left / 60, *left % 60) }
            </span>
            <button type="button" class="nc-big" onclick={toggle}>{ if *running { words.timer_stop } else { words.timer_start } }</button>
            <span role="status">{ if *left == 0 { words.time_up } else { "" } }</span>
        </div>
    }
}
