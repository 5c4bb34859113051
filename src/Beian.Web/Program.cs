Console.WriteLine("Beian");
