using Beian.Definitions.Packs.Describing;
using Beian.Definitions.Packs.Nodes;
using Beian.Definitions.Sheets;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>What maps of a sheet hold besides what all maps hold: lengths, and texts with their English beside them.</summary>
internal static class SheetMaps
{
    extension(MapReader map)
    {
        /// <summary>A length in millimetres or a size in points.</summary>
        public double? Length(string key, double min, double max)
        {
            if (map.Number(key) is not { } number)
                return null;
            if (number >= (decimal)min && number <= (decimal)max)
                return (double)number;
            map.Add(map.Node[key]!, new($"{key} 应在 {min} 到 {max} 之间。", $"“{key}” must be from {min} to {max}."));
            return null;
        }

        /// <summary>A length that must be there.</summary>
        public double RequiredLength(string key, double min, double max, double otherwise)
        {
            if (!map.Has(key))
                map.RequiredScalar(key);
            return map.Length(key, min, max) ?? otherwise;
        }

        /// <summary>A list of lengths in millimetres.</summary>
        public IReadOnlyList<double> Lengths(string key, double min, double max)
        {
            var lengths = new List<double>();
            foreach (var item in map.Scalars(key))
                if (Fields.NumberText.TryRead(item.Text, out var number) && number >= (decimal)min && number <= (decimal)max)
                    lengths.Add((double)number);
                else
                    map.Add(
                        item,
                        new(
                            $"应为 {min} 到 {max} 之间的毫米数，而不是“{item.Text}”。",
                            $"Millimetres from {min} to {max} are expected, not “{item.Text}”."
                        )
                    );
            return lengths;
        }

        /// <summary>The place a part is told to have: millimetres from the left and the upper edge of the page; null where it follows the part before.</summary>
        public (double X, double Y)? Place()
        {
            var place = map.Lengths("at", 0, 500);
            if (place is [var x, var y])
                return (x, y);
            if (map.Node["at"] is ListNode list && list.Items.Count != 2)
                map.Add(
                    list,
                    new(
                        "at 应写作 [离左边的毫米数, 离上边的毫米数]。",
                        "“at” is written [millimetres from the left, millimetres from the top]."
                    )
                );
            return null;
        }

        /// <summary>A fixed text with its English beside it; null where there is none. A text without Chinese characters needs no English.</summary>
        public LocalizedText? TextBeside(string key, string englishKey)
        {
            map.Note(key, ValueShape.Text);
            map.Note(englishKey, ValueShape.Text);
            var english = map.Scalar(englishKey);
            // A text with a place for a value says what is printed, not only how it is called.
            foreach (var text in new[] { map.Scalar(key), english })
                if (text?.Text.Contains('{', StringComparison.Ordinal) == false)
                    map.MarkText(text);
            if (map.Scalar(key) is not { } chinese)
            {
                if (english is not null)
                    map.Add(english, new($"有 {englishKey} 而没有 {key}。", $"There is “{englishKey}” but no “{key}”."));
                return null;
            }
            if (string.IsNullOrWhiteSpace(chinese.Text))
            {
                if (!string.IsNullOrWhiteSpace(english?.Text))
                    map.Add(
                        chinese,
                        new(
                            $"{key} 里只有空白，{englishKey} 里却有文字：两处都写文字，或者都去掉。",
                            $"“{key}” is blank while “{englishKey}” holds a text: write both or leave both out."
                        )
                    );
                return null;
            }
            if (!string.IsNullOrWhiteSpace(english?.Text))
                return new(chinese.Text, english.Text);
            if (chinese.Text.Any(c => c >= '\u3400'))
                map.Add(
                    chinese,
                    new($"缺少英文：请在旁边写 {englishKey}。", $"There is no English for it: write “{englishKey}” beside it.")
                );
            return new(chinese.Text, chinese.Text);
        }
    }

    extension(SheetCell cell)
    {
        /// <summary>Its right edge.</summary>
        public double Right => cell.X + cell.Width;

        /// <summary>Its lower edge.</summary>
        public double Bottom => cell.Y + cell.Height;
    }
}
