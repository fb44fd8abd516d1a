# mtaudit: ignore[en/double-space] the next one
greeting = Вітаю, { $name }!
    .title = Привітання
lines =
    Перший рядок
    і другий.
letters = { $n ->
    [one] { $n } лист
   *[other] { $n } листів
} у скриньці
-brand = Порт
