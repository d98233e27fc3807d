Console.WriteLine("nothing here yet");
return 0;
